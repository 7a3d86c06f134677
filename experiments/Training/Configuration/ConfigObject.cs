using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Training;

/// <summary>
/// An object of a configuration, read strictly: what is there and not asked for, and what is of another kind than asked for, is refused
/// in a
/// sentence that says what belongs there. What is not there has its default.
/// </summary>
internal sealed class ConfigObject
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly JsonObject _json;
    private readonly string _file;
    private readonly string _path;
    private readonly List<string> _known = [];

    private ConfigObject(JsonObject json, string file, string path) => (_json, _file, _path) = (json, file, path);

    private string Here => _path.Length == 0 ? "it" : _path;

    /// <summary>Reads a text.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="file">The name of what it is from, for messages.</param>
    /// <exception cref="UsageException">It is no JSON, or no object.</exception>
    public static ConfigObject Parse(string text, string file)
    {
        try
        {
            return Of(JsonNode.Parse(text, documentOptions: Strict), file);
        }
        catch (JsonException bad)
        {
            throw new UsageException($"{file} is not JSON: {bad.Message.Split('\n')[0].TrimEnd('.')}.", bad);
        }
    }

    /// <summary>Takes an object that was read.</summary>
    /// <param name="node">The object.</param>
    /// <param name="file">The name of what it is from, for messages.</param>
    /// <exception cref="UsageException">It is no object.</exception>
    public static ConfigObject Of(JsonNode? node, string file) => node is JsonObject json
        ? new ConfigObject(json, file, "")
        : throw new UsageException($"{file} is no object; a configuration begins with {{ and ends with }}.");

    /// <summary>Whether a key is there with a value.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>A whole number in a range, or the default.</summary>
    public int Whole(string key, int otherwise, int least, int most = int.MaxValue) =>
        Find(key) is not { } node ? otherwise
            : node.GetValueKind() == JsonValueKind.Number && int.TryParse(node.ToJsonString(), CultureInfo.InvariantCulture, out int number)
                && number >= least && number <= most ? number
            : throw Wrong(key, node, most == int.MaxValue ? $"a whole number from {least} up" : $"a whole number from {least} to {most}");

    /// <summary>A number, or the default.</summary>
    public double Number(string key, double otherwise, Predicate<double> allowed, string needed) =>
        Find(key) is not { } node ? otherwise : AsNumber(node) is { } number && allowed(number) ? number : throw Wrong(key, node, needed);

    /// <summary>Two numbers, or the defaults.</summary>
    public (double First, double Second) Pair(string key, (double First, double Second) otherwise, Predicate<double> allowed, string needed) =>
        Find(key) is not { } node ? otherwise
            : node is JsonArray { Count: 2 } array && AsNumber(array[0]) is { } a && AsNumber(array[1]) is { } b && allowed(a) && allowed(b)
                ? (a, b) : throw Wrong(key, node, needed);

    /// <summary>True or false, or the default.</summary>
    public bool Flag(string key, bool otherwise) => Find(key) switch
    {
        null => otherwise,
        { } node when node.GetValueKind() is JsonValueKind.True or JsonValueKind.False => node.GetValue<bool>(),
        { } node => throw Wrong(key, node, "true or false"),
    };

    /// <summary>A text, or null.</summary>
    public string? Text(string key) => Find(key) switch
    {
        null => null,
        { } node when node.GetValueKind() == JsonValueKind.String => node.GetValue<string>(),
        { } node => throw Wrong(key, node, "a text"),
    };

    /// <summary>One of several texts, or the default.</summary>
    public T Choice<T>(string key, T otherwise, params IReadOnlyList<(string Name, T Value)> choices) => Find(key) is not { } node
        ? otherwise
        : choices.FirstOrDefault(choice => node.GetValueKind() == JsonValueKind.String && choice.Name == node.GetValue<string>()) is
            { Name: not null } found ? found.Value
            : throw Wrong(key, node, $"one of {string.Join(", ", choices.Select(choice => choice.Name))}");

    /// <summary>A list of what a reader makes of each of its parts, or null.</summary>
    public IReadOnlyList<T>? List<T>(string key, Func<JsonNode?, (bool Is, T Value)> read, string needed, int? count = null)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        (bool Is, T Value)[] parts = node is JsonArray array ? [.. array.Select(read)] : [];
        return parts.Length > 0 && parts.Length == (count ?? parts.Length) && Array.TrueForAll(parts, part => part.Is)
            ? [.. parts.Select(part => part.Value)]
            : throw Wrong(key, node, needed);
    }

    /// <summary>Reads a part of a list that is a text.</summary>
    public static (bool Is, string Value) TextOf(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? (true, node.GetValue<string>()) : (false, "");

    /// <summary>Reads a part of a list that is a whole number from 0 up.</summary>
    public static (bool Is, int Value) WholeFromZero(JsonNode? node) =>
        (int.TryParse(node?.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out int number), number);

    /// <summary>Reads a part of a list that is a whole number from 1 up.</summary>
    public static (bool Is, int Value) WholeFromOne(JsonNode? node) =>
        WholeFromZero(node) is (true, >= 1 and var number) ? (true, number) : (false, 0);

    /// <summary>An object inside, or null.</summary>
    public ConfigObject? Object(string key) => Find(key) switch
    {
        null => null,
        JsonObject inner => new ConfigObject(inner, _file, _path.Length == 0 ? key : $"{_path}.{key}"),
        { } node => throw Wrong(key, node, "an object in braces"),
    };

    /// <summary>The keys of an object whose keys are names.</summary>
    public IReadOnlyList<string> Names() => [.. _json.Select(pair => pair.Key)];

    /// <summary>Refuses what was not asked for.</summary>
    /// <exception cref="UsageException">There is such a key.</exception>
    public void Close()
    {
        if (_json.FirstOrDefault(pair => !_known.Contains(pair.Key)).Key is { } unknown)
        {
            throw new UsageException($"{_file}: {Here} has '{unknown}', which is not known there; there are {string.Join(", ", _known)}.");
        }
    }

    private static double? AsNumber(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number
        && double.TryParse(node.ToJsonString(), CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    private JsonNode? Find(string key)
    {
        if (!_known.Contains(key))
        {
            _known.Add(key);
        }

        return _json[key];
    }

    private UsageException Wrong(string key, JsonNode node, string needed) =>
        new($"{_file}: {(_path.Length == 0 ? key : $"{_path}.{key}")} is {node.ToJsonString()}; {needed} is needed.");
}
