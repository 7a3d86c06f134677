using System.Text.Json;

namespace GCnn.LibTorch.Tests.Oracle;

/// <summary>What PyTorch gives, as make_oracle.py wrote it down.</summary>
internal static class OracleFile
{
    private static readonly JsonElement Root = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Oracle", "oracle.json"))).RootElement;

    internal static IEnumerable<string> Names => Root.GetProperty("cases").EnumerateObject().Select(c => c.Name);

    internal static IEnumerable<string> Trajectories => Root.GetProperty("trajectories").EnumerateObject().Select(t => t.Name);

    internal static string[] SequentialKeys => [.. Root.GetProperty("keys").EnumerateArray().Select(k => k.GetString()!)];

    internal static OracleCase Case(string name, ScalarType type = ScalarType.Float64) =>
        new(Root.GetProperty("cases").GetProperty(name), type);

    internal static double[] Trajectory(string name, string what) =>
        Numbers(Root.GetProperty("trajectories").GetProperty(name).GetProperty(what));

    internal static Tensor Problem(string name) => Tensor(Root.GetProperty("problem").GetProperty(name));

    internal static Tensor Tensor(JsonElement packed)
    {
        long[] shape = [.. packed.GetProperty("s").EnumerateArray().Select(s => s.GetInt64())];
        var data = packed.GetProperty("d");
        return packed.GetProperty("t").GetString() switch
        {
            "b1" => tensor([.. data.EnumerateArray().Select(d => d.GetBoolean() ? 1L : 0L)], shape).to(ScalarType.Bool),
            "i8" => tensor([.. data.EnumerateArray().Select(d => d.GetInt64())], shape),
            "f8" => tensor(Numbers(data), shape),
            var other => throw new NotSupportedException($"The oracle holds an element type that the tests do not read: {other}."),
        };
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(d => d.GetDouble())];
}
