using System.Text.Json;

namespace GCnn.LibTorch.Tests.Oracle;

/// <summary>One case: its inputs as leaves of a graph, the outputs and gradients that PyTorch gives.</summary>
internal sealed class OracleCase
{
    private readonly JsonElement entry;
    private readonly Dictionary<string, Tensor> leaves;

    internal OracleCase(JsonElement entry, ScalarType type)
    {
        this.entry = entry;
        leaves = entry.GetProperty("in").EnumerateObject().ToDictionary(i => i.Name, i => Leaf(OracleFile.Tensor(i.Value), type));
    }

    internal Tensor A => this["a"];

    internal Tensor B => this["b"];

    internal Tensor C => this["c"];

    internal Tensor W => this["w"];

    /// <summary>Indices.</summary>
    internal Tensor I => this["i"];

    internal Tensor J => this["j"];

    /// <summary>A mask.</summary>
    internal Tensor M => this["m"];

    internal long? Seed => entry.TryGetProperty("seed", out var seed) ? seed.GetInt64() : null;

    internal IReadOnlyList<Tensor> Outputs => Tensors("out");

    internal IReadOnlyList<Tensor> Weights => Tensors("w");

    internal IReadOnlyDictionary<string, Tensor> Gradients => entry.TryGetProperty("grad", out var grads)
        ? grads.EnumerateObject().ToDictionary(g => g.Name, g => OracleFile.Tensor(g.Value))
        : [];

    internal IEnumerable<(string Name, Tensor Leaf)> Leaves => leaves.Select(l => (l.Key, l.Value));

    internal Tensor this[string name] => leaves[name];

    /// <summary>Gives the module the case's state and calls it; its parameters become the case's leaves, its buffers outputs.</summary>
    internal Outputs Call<T>(T module, Func<T, Tensor> call)
        where T : nn.Module
    {
        module.to(ScalarType.Float64);
        var state = leaves.Where(l => !l.Key.StartsWith("input", StringComparison.Ordinal)).ToDictionary(l => l.Key, l => l.Value);
        module.load_state_dict(state);
        foreach (var (name, parameter) in module.named_parameters()) leaves[name] = parameter;
        return new Outputs([call(module), .. module.buffers()]);
    }

    internal Outputs Call(nn.Module<Tensor, Tensor> module) => Call(module, m => m.call(this["input0"]));

    internal Outputs Call(nn.Module<Tensor, Tensor, Tensor> module) => Call(module, m => m.call(this["input0"], this["input1"]));

    private static Tensor Leaf(Tensor tensor, ScalarType type) =>
        tensor.is_floating_point() ? tensor.to(type).requires_grad_() : tensor;

    private List<Tensor> Tensors(string property) =>
        entry.TryGetProperty(property, out var list) ? [.. list.EnumerateArray().Select(OracleFile.Tensor)] : [];
}
