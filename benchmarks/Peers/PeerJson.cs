using System.Text.Json;

namespace GCnn.Benchmarks;

/// <summary>How the files that are shared with Python spell names.</summary>
internal static class PeerJson
{
    public static JsonSerializerOptions Names { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
