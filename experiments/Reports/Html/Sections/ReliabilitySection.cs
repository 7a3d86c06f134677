using System.Text.Json.Nodes;
using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Reports.Html;

/// <summary>Whether the models' probabilities can be believed. Source: [Guo2017].</summary>
internal static class ReliabilitySection
{
    private const int Bins = 10;

    /// <summary>The section; null where no classes were named.</summary>
    public static Section? Of(ReportContent content)
    {
        if (content.Classifiers.Count == 0)
        {
            return null;
        }

        Fragment body = Fragment.Of(
            $"""
            <figure><div class="grid small">{content.Classifiers.Select(model => Curve(content, model))}</div>
            <figcaption>Of the answers a model gives with a confidence of about 0.8, eight in ten should be right: points on the dashed
            line. Below it the model is too sure of itself, above it too modest. Upright lines are 95 % intervals, grey bars the part of
            galaxies with that confidence. ECE, the expected calibration error, is the mean distance from the line, weighted by
            them.</figcaption></figure>

            """);
        return new Section("reliability", "Reliability", body);
    }

    private static Fragment Curve(ReportContent content, ReportModel model)
    {
        Logits answers = model.Answers;
        double error = Calibration.Of(answers, model.Truth).Error;
        CalibrationBin[] bins = [.. Calibration.Of(answers, model.Truth, Bins).Bins.Where(bin => bin.Count > 0)];
        var spec = new JsonObject
        {
            ["data"] = Encodings.Data(bins.Select(bin => Row(model, bin, answers.Count))),
            ["encoding"] = new JsonObject { ["color"] = Encodings.Model(content.Names, legend: false) },
            ["layer"] = new JsonArray(Shares(), Diagonal(), Intervals(), Points()),
        };
        string summary = $"Reliability of {model.Name}: its expected calibration error is {Numbers.Fraction(error)}.";
        return new Chart($"{model.Name}: ECE {Numbers.Fraction(error)}", spec, 200).Part(summary);
    }

    private static JsonObject Row(ReportModel model, CalibrationBin bin, int count)
    {
        (double low, double high) = Wilson.Interval(bin.Accuracy, Math.Max(1, bin.Count / model.Runs.Count));
        return new JsonObject
        {
            ["model"] = model.Name, ["from"] = bin.From, ["to"] = bin.To, ["galaxies"] = bin.Count,
            ["confidence"] = Math.Round(bin.Confidence, 4), ["right"] = Math.Round(bin.Accuracy, 4),
            ["low"] = Math.Round(low, 4), ["high"] = Math.Round(high, 4), ["share"] = Math.Round((double)bin.Count / count, 4),
        };
    }

    private static JsonObject Shares() => new()
    {
        ["mark"] = new JsonObject { ["type"] = "bar", ["color"] = "#888888", ["opacity"] = 0.25, ["binSpacing"] = 1 },
        ["encoding"] = new JsonObject
        {
            ["color"] = null,
            ["x"] = Encodings.Quantity("from", "confidence", Encodings.Between(0, 1)), ["x2"] = new JsonObject { ["field"] = "to" },
            ["y"] = Encodings.Quantity("share", "part that is right", Encodings.Between(0, 1)), ["y2"] = Datum(0),
        },
    };

    private static JsonObject Diagonal() => new()
    {
        ["data"] = Encodings.Data([[]]),
        ["mark"] = new JsonObject { ["type"] = "rule", ["color"] = "#888888", ["strokeDash"] = new JsonArray(4, 4) },
        ["encoding"] = new JsonObject
        {
            ["color"] = null, ["x"] = Datum(0), ["y"] = Datum(0), ["x2"] = Datum(1), ["y2"] = Datum(1),
        },
    };

    private static JsonObject Intervals() => new()
    {
        ["mark"] = new JsonObject { ["type"] = "rule", ["strokeWidth"] = 1.5 },
        ["encoding"] = new JsonObject
        {
            ["x"] = Encodings.Quantity("confidence", "confidence"), ["y"] = Encodings.Quantity("low", "part that is right"),
            ["y2"] = new JsonObject { ["field"] = "high" },
        },
    };

    private static JsonObject Points() => new()
    {
        ["mark"] = new JsonObject
        {
            ["type"] = "line", ["tooltip"] = new JsonObject { ["content"] = "data" },
            ["point"] = new JsonObject { ["filled"] = true, ["size"] = 50 },
        },
        ["encoding"] = new JsonObject
        {
            ["x"] = Encodings.Quantity("confidence", "confidence"), ["y"] = Encodings.Quantity("right", "part that is right"),
        },
    };

    private static JsonObject Datum(double value) => new() { ["datum"] = value };
}
