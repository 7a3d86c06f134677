using System.Text.Json.Nodes;

namespace GCnn.Experiments.Reports.Html;

/// <summary>Parts of Vega-Lite specifications that several charts have.</summary>
internal static class Encodings
{
    /// <summary>Data that stand in the specification.</summary>
    public static JsonObject Data(IEnumerable<JsonObject> rows) => new() { ["values"] = new JsonArray([.. rows]) };

    /// <summary>A number along an axis.</summary>
    /// <param name="field">The rows' field.</param>
    /// <param name="title">The axis' title.</param>
    /// <param name="scale">Its scale, or null for one from zero to the largest.</param>
    /// <param name="format">How numbers are written, as d3 names it.</param>
    public static JsonObject Quantity(string field, string? title, JsonObject? scale = null, string? format = null)
    {
        var axis = new JsonObject { ["tickCount"] = 5 };
        if (format is not null)
        {
            axis["format"] = format;
        }

        var quantity = new JsonObject { ["field"] = field, ["type"] = "quantitative", ["title"] = title, ["axis"] = axis };
        if (scale is not null)
        {
            quantity["scale"] = scale;
        }

        return quantity;
    }

    /// <summary>Names in their own order; as the domain of the scale, for Vega-Lite makes code of a list to sort by.</summary>
    public static JsonObject Names(string field, string? title, IEnumerable<string> order) => new()
    {
        ["field"] = field, ["type"] = "nominal", ["title"] = title, ["sort"] = null,
        ["scale"] = new JsonObject { ["domain"] = Texts(order) },
    };

    /// <summary>The model's colour.</summary>
    /// <param name="models">All models, so that each has the same colour everywhere.</param>
    /// <param name="legend">Whether the chart says which is which.</param>
    public static JsonObject Model(IReadOnlyList<string> models, bool legend)
    {
        var colour = new JsonObject
        {
            ["field"] = "model", ["type"] = "nominal", ["scale"] = new JsonObject { ["domain"] = Texts(models) },
        };
        colour["legend"] = legend && models.Count > 1 ? new JsonObject { ["columns"] = 4 } : null;
        return colour;
    }

    /// <summary>A range of a scale.</summary>
    public static JsonObject Between(double low, double high) => new() { ["domain"] = new JsonArray(low, high), ["nice"] = false };

    /// <summary>A range that goes as far as the numbers, not to zero.</summary>
    public static JsonObject Loose() => new() { ["zero"] = false };

    /// <summary>Texts as JSON.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
