using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GCnn.Data;

namespace GCnn.Experiments.Data;

/// <summary>JSON for people and programs: indented, with a line's end at the end.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes a file, whole or not at all.</summary>
    public static void Write(string path, JsonObject content) =>
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(content.ToJsonString(Indented) + '\n')));
}
