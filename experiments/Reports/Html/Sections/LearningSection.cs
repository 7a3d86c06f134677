using System.Text.Json.Nodes;
using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Reports.Html;

/// <summary>How the models learned: losses, the score on the validation images and the learning rate, epoch by epoch.</summary>
internal static class LearningSection
{
    /// <summary>The section; null where no epoch is known.</summary>
    public static Section? Of(ReportContent content)
    {
        if (content.Models.All(model => model.Runs.All(run => run.History.Count == 0)))
        {
            return null;
        }

        const string Losses =
            "Loss of each model: dashed on the training images, solid on those held out for validation. Where the solid line turns up " +
            "while the dashed one falls, the model begins to learn its training images by heart.";
        Fragment body = Fragment.Of(
            $"""
            <figure><div class="grid small">{content.Models.Select(model => Loss(content, model))}</div>
            <figcaption>{Losses}</figcaption></figure>
            <div class="grid">{Score(content)}{Rate(content)}</div>
            """);
        return new Section("learning", "Learning", body);
    }

    private static Fragment Loss(ReportContent content, ReportModel model)
    {
        IEnumerable<JsonObject> rows = model.Runs.SelectMany(run => run.History.SelectMany(epoch => (JsonObject[])
        [
            Row(model, run, epoch.Epoch, "training", epoch.TrainingLoss), Row(model, run, epoch.Epoch, "validation", epoch.ValidationLoss),
        ]));
        double[] all =
        [
            .. content.Models.SelectMany(m => m.Runs).SelectMany(run => run.History)
                .SelectMany(epoch => (double[])[epoch.TrainingLoss, epoch.ValidationLoss ?? epoch.TrainingLoss]),
        ];
        JsonObject encoding = Lines(content, rows, out JsonObject spec, legend: false);
        encoding["y"] = Encodings.Quantity("value", "loss", Encodings.Between(Math.Min(0.9 * all.Min(), all.Min()), 1.05 * all.Max()));
        encoding["strokeDash"] = new JsonObject
        {
            ["field"] = "what", ["type"] = "nominal", ["legend"] = null,
            ["scale"] = new JsonObject
            {
                ["domain"] = Encodings.Texts(["training", "validation"]),
                ["range"] = new JsonArray(new JsonArray(5, 4), new JsonArray(1, 0)),
            },
        };
        return new Chart($"{model.Name}: loss", spec, 160).Part($"Training and validation loss of {model.Name}.");
    }

    // What is watched in training: balanced accuracy, or where votes are learned their error.
    private static Fragment Score(ReportContent content)
    {
        Metric metric = content.Models.Any(model => model.Runs.Any(run => run.History.Any(epoch => epoch.Score(Metric.Rmse) is not null)))
            ? Metric.Rmse
            : Metric.BalancedAccuracy;
        string name = metric == Metric.Rmse ? "root mean square error" : "balanced accuracy";
        IEnumerable<JsonObject> rows = content.Models.SelectMany(model => model.Runs.SelectMany(run => run.History.Select(
            epoch => Row(model, run, epoch.Epoch, "validation", epoch.Score(metric)))));
        JsonObject encoding = Lines(content, rows, out JsonObject spec, legend: true);
        encoding["y"] = Encodings.Quantity("value", name, Encodings.Loose());
        return new Chart($"{char.ToUpperInvariant(name[0])}{name[1..]} on the validation images", spec).Figure(
            $"After every epoch, on {Numbers.Count(content.Data.Validation.Count)} galaxies that are neither trained on nor used for the " +
            "final numbers.");
    }

    private static Fragment Rate(ReportContent content)
    {
        // Most often all models have one schedule, and one line says it.
        bool same = content.Models.All(model => Rates(model).SequenceEqual(Rates(content.Models[0])));
        IEnumerable<JsonObject> rows = content.Models.Take(same ? 1 : content.Models.Count).SelectMany(model => model.First.History.Select(
            epoch => Row(model, model.First, epoch.Epoch, "rate", epoch.LearningRate)));
        JsonObject encoding = Lines(content, rows, out JsonObject spec, legend: !same);
        encoding["y"] = Encodings.Quantity("value", "learning rate");
        if (same)
        {
            encoding["color"] = new JsonObject { ["value"] = "#808080" };
        }

        return new Chart("Learning rate", spec).Figure($"Of the last step of each epoch{(same ? ", the same for all models" : "")}.");
    }

    private static IEnumerable<double> Rates(ReportModel model) => model.First.History.Select(epoch => epoch.LearningRate);

    private static JsonObject Lines(ReportContent content, IEnumerable<JsonObject> rows, out JsonObject spec, bool legend)
    {
        JsonObject[] all = [.. rows];
        var encoding = new JsonObject
        {
            ["x"] = new JsonObject
            {
                ["field"] = "epoch", ["type"] = "quantitative", ["title"] = "epoch",
                ["axis"] = new JsonObject { ["grid"] = false, ["tickMinStep"] = 1, ["format"] = "d", ["tickCount"] = 6 },
                ["scale"] = Encodings.Loose(),
            },
            ["color"] = Encodings.Model(content.Names, legend),
            ["detail"] = new JsonObject { ["field"] = "seed" },
        };
        bool few = all.Select(row => row["epoch"]!.GetValue<int>()).Distinct().Count() <= 20;
        spec = new JsonObject
        {
            ["data"] = Encodings.Data(all),
            ["mark"] = new JsonObject
            {
                ["type"] = "line", ["tooltip"] = true, ["clip"] = false,
                ["point"] = few ? new JsonObject { ["size"] = 25, ["filled"] = true } : (JsonNode)false,
            },
            ["encoding"] = encoding,
        };
        return encoding;
    }

    private static JsonObject Row(ReportModel model, ModelRun run, int epoch, string what, double? value) => new()
    {
        ["model"] = model.Name, ["seed"] = run.Seed, ["epoch"] = epoch, ["what"] = what,
        ["value"] = value is { } number && double.IsFinite(number) ? double.Round(number, 6) : null,
    };
}
