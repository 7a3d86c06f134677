using System.Globalization;
using System.Text.Json.Nodes;
using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Reports.Html;

/// <summary>The models beside each other: what they cost, what they know, and whether their answers move.</summary>
internal static class ModelsSection
{
    /// <summary>The section.</summary>
    public static Section Of(ReportContent content)
    {
        Fragment charts = content.Classifiers.Count == 0
            ? Fragment.Empty
            : Fragment.Of($"<div class=\"grid\">{Scores(content)}{Recall(content)}</div>\n");
        Fragment body = Fragment.Of(
            $"<figure>{Table(content)}<figcaption>{TableCaption(content)}</figcaption></figure>\n{charts}");
        return new Section("models", "The models", body);
    }

    private static Fragment Table(ReportContent content)
    {
        string[] headings =
        [
            "balanced accuracy", "accuracy", "same class rotated", "same class reflected", "largest logit change", "group", "parameters",
            "multiply-adds", "epochs", "training",
        ];
        double best = content.Models.Max(model => model.Balanced.Value);
        return Fragment.Of(
            $"""
            <div class="scroll"><table class="figures">
            <thead><tr><th scope="col">model</th>{headings.Select(heading => Fragment.Of($"<th scope=\"col\">{heading}</th>"))}</tr></thead>
            <tbody>
            {content.Models.Select(model => Row(model, model.Balanced.Value == best))}</tbody>
            </table></div>
            """);
    }

    private static Fragment Row(ReportModel model, bool best)
    {
        Invariance moved = model.First.Invariance;
        double Mean(Func<ModelRun, double> number) => model.Runs.Average(number);
        string mark = best ? "best" : "";
        return Fragment.Of(
            $"""
            <tr><th scope="row">{model.Label}</th><td class="{mark}">{Numbers.Marked(model.Balanced)}</td><td>{Numbers.Marked(model.Accuracy)}</td>
            <td>{Numbers.Percent(Mean(run => run.Invariance.RotationAgreement))}</td><td>{Numbers.Percent(Mean(run => run.Invariance.ReflectionAgreement))}</td>
            <td>{Numbers.Size(model.Runs.Max(run => run.Invariance.MaxLogitChange))}</td><td>{model.First.Group}</td>
            <td>{Numbers.Count(model.First.Parameters)}</td><td>{Millions(model)}</td><td>{Numbers.Count((int)Mean(run => run.Epochs))}</td>
            <td>{Duration(Mean(run => run.SecondsPerEpoch * run.Epochs))}</td></tr>

            """);
    }

    private static string TableCaption(ReportContent content) =>
        $"Each of the {Numbers.Count(content.Data.Test.Count)} test galaxies is shown in every pose of its lattice. Balanced accuracy is the mean " +
        "over classes of the part that is right; \u00B1 is one standard error, from the number of test galaxies" +
        (content.HasSeeds ? $" and the spread over {content.Models.Max(model => model.Runs.Count)} seeds, whose mean is shown" : "") +
        ". \u201CSame class\u201D is the part of galaxies whose predicted class no rotation, or no reflection, changes. Multiply-adds are those " +
        "of one image with expanded filters.";

    private static Fragment Scores(ReportContent content)
    {
        JsonObject[] rows = [.. content.Classifiers.Select(model => Row(model, model.Balanced))];
        var spec = new JsonObject
        {
            ["data"] = Encodings.Data(rows),
            ["encoding"] = new JsonObject
            {
                ["y"] = new JsonObject { ["field"] = "model", ["type"] = "nominal", ["title"] = null, ["sort"] = null },
                ["color"] = Encodings.Model(content.Names, legend: false),
            },
            ["layer"] = Ranges(Encodings.Model(content.Names, legend: false)),
        };
        return new Chart("Balanced accuracy", spec, 34 * content.Models.Count).Figure(
            "Points are the scores, lines their 95 % intervals. The models answer for the same galaxies, so that a difference can be surer " +
            "than two intervals that touch suggest.");
    }

    private static Fragment Recall(ReportContent content)
    {
        JsonObject[] rows =
        [
            .. content.Classifiers.SelectMany(model => content.Classes.Select((name, c) => Recall(model, name, c))).OfType<JsonObject>(),
        ];
        var spec = new JsonObject
        {
            ["data"] = Encodings.Data(rows),
            ["encoding"] = new JsonObject
            {
                ["y"] = Encodings.Names("class", null, content.Classes),
                ["yOffset"] = new JsonObject { ["field"] = "model", ["sort"] = null },
                ["color"] = Encodings.Model(content.Names, legend: true),
            },
            ["layer"] = Ranges(Encodings.Model(content.Names, legend: true)),
        };
        return new Chart("Recall of each class", spec, (10 + (14 * content.Models.Count)) * content.Classes.Count).Figure(
            "Of the galaxies of a class, the part that is given it; lines are 95 % intervals.");
    }

    private static JsonArray Ranges(JsonObject shape)
    {
        var x = new JsonObject { ["x"] = Encodings.Quantity("low", null, Encodings.Loose()), ["x2"] = new JsonObject { ["field"] = "high" } };
        return
        [
            new JsonObject { ["mark"] = new JsonObject { ["type"] = "rule", ["strokeWidth"] = 2 }, ["encoding"] = x },
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 70, ["opacity"] = 1, ["tooltip"] = true },
                ["encoding"] = new JsonObject { ["x"] = Encodings.Quantity("score", null, Encodings.Loose()), ["shape"] = shape },
            },
        ];
    }

    private static JsonObject Row(ReportModel model, Estimate score) => Row(
        model, score.Value, Math.Max(0, score.Value - (Wilson.Normal * score.Error)), Math.Min(1, score.Value + (Wilson.Normal * score.Error)));

    // The seeds answer for the same galaxies: they are no more of them.
    private static JsonObject? Recall(ReportModel model, string name, int c)
    {
        bool[] right = [.. model.Truth.Zip(model.Answers.Predicted).Where(pair => pair.First == c).Select(pair => pair.Second == c)];
        if (right.Length == 0)
        {
            return null;
        }

        double part = right.Average(r => r ? 1.0 : 0.0);
        (double low, double high) = Wilson.Interval(part, right.Length / model.Runs.Count);
        JsonObject row = Row(model, part, low, high);
        row["class"] = name;
        return row;
    }

    private static JsonObject Row(ReportModel model, double score, double low, double high) => new()
    {
        ["model"] = model.Name, ["score"] = Math.Round(score, 4), ["low"] = Math.Round(low, 4), ["high"] = Math.Round(high, 4),
    };

    private static string Millions(ReportModel model) => model.First.MultiplyAdds is { } count
        ? $"{(count / 1e6).ToString("0.0", CultureInfo.InvariantCulture)} M"
        : "";

    private static string Duration(double seconds) => seconds switch
    {
        < 100 => $"{seconds.ToString("0.0", CultureInfo.InvariantCulture)} s",
        < 6000 => $"{(seconds / 60).ToString("0.0", CultureInfo.InvariantCulture)} min",
        _ => $"{(seconds / 3600).ToString("0.0", CultureInfo.InvariantCulture)} h",
    };
}
