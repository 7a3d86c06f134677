using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace GCnn.Checkpoints.Tests;

/// <summary>The committed files, and what files hold as lines of text.</summary>
internal static class Samples
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Samples", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>Name, type, shape and bytes of each tensor, in the order of their bytes.</summary>
    public static string[] Lines(SafeTensorsFile file) =>
        [.. file.Tensors.Select(entry => $"{entry} {Convert.ToHexStringLower(Raw(file.Read(entry.Name)))}")];

    /// <summary>The same of what the script says.</summary>
    public static string[] Lines(JsonObject tensors) => [.. tensors.Select(entry =>
        $"{entry.Key} {entry.Value!["dtype"]} [{string.Join(", ", entry.Value["shape"]!.AsArray())}] {entry.Value["bytes"]}")];

    public static string Text(IReadOnlyDictionary<string, string> metadata) =>
        new JsonObject(metadata.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))).ToJsonString();

    public static byte[] Raw(Tensor tensor)
    {
        var bytes = new List<byte>();
        TensorBytes.Read(tensor, piece => bytes.AddRange(piece));
        return [.. bytes];
    }
}
