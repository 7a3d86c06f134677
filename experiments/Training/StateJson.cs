using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GCnn.Experiments.Training;

/// <summary>Reads the JSON of a training's state, which a program wrote: what does not fit is no such state.</summary>
internal static class StateJson
{
    /// <summary>Reads, and says of whatever goes wrong that the data are no state.</summary>
    /// <exception cref="InvalidDataException">Something did; a few words.</exception>
    public static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception bad) when (bad is NullReferenceException or InvalidOperationException or JsonException or FormatException
            or ArgumentException)
        {
            throw new InvalidDataException("its description of the training is not as it should be", bad);
        }
    }

    /// <summary>A whole number, from 0 up.</summary>
    public static int Whole(JsonObject json, string key) =>
        int.TryParse(json[key]?.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new InvalidDataException($"its {key} is {json[key]?.ToJsonString() ?? "not there"} where a whole number belongs");

    /// <summary>A number.</summary>
    public static double Number(JsonObject json, string key) => Number(json[key]);

    /// <summary>A number.</summary>
    public static double Number(JsonNode? node) =>
        double.TryParse(node?.ToJsonString(), CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw new InvalidDataException($"it has {node?.ToJsonString() ?? "nothing"} where a number belongs");
}
