using System.Text.Json.Nodes;

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
            $"<figure>{ModelsTable.Of(content)}<figcaption>{ModelsTable.Caption(content)}</figcaption></figure>\n{charts}");
        return new Section("models", "The models", body);
    }

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
            "Points are the scores, lines their 95 % intervals. The models answer for the same galaxies, so that a difference can be " +
            "surer than two intervals that touch suggest.");
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
        var x = new JsonObject
        {
            ["x"] = Encodings.Quantity("low", null, Encodings.Loose()), ["x2"] = new JsonObject { ["field"] = "high" },
        };
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

    private static JsonObject Row(ReportModel model, Estimate score)
    {
        double half = Wilson.Normal * score.Error;
        return Row(model, score.Value, Math.Max(0, score.Value - half), Math.Min(1, score.Value + half));
    }

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
}
