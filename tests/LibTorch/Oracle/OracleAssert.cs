namespace GCnn.LibTorch.Tests.Oracle;

/// <summary>The one comparison: shape, type, and every element to a tolerance relative to the largest expected one.</summary>
internal static class OracleAssert
{
    internal static void Agrees(string what, Tensor expected, Tensor? actual, double tolerance)
    {
        Assert.True(actual is not null, $"{what}: there is none.");
        Assert.True(expected.shape.SequenceEqual(actual.shape), $"{what}: shape {actual}, expected {expected}.");
        Assert.True(
            expected.is_floating_point() ? actual.is_floating_point() : expected.dtype == actual.dtype, $"{what}: type {actual.dtype}, expected {expected.dtype}.");
        var (e, a) = (Numbers(expected), Numbers(actual));
        if (e.Length == 0) return;
        var bound = tolerance * Math.Max(1e-3, e.Max(Math.Abs));
        for (var i = 0; i < e.Length; i++)
        {
            Assert.True(Math.Abs(e[i] - a[i]) <= bound, $"{what}: element {i} is {a[i]:R}, expected {e[i]:R} (tolerance {bound:R}).");
        }
    }

    /// <summary>Computes a case and holds it against the oracle, its expectations changed by <paramref name="twist"/>.</summary>
    internal static void Holds(string name, Func<OracleCase, Outputs> compute, double tolerance, ScalarType type, Func<Tensor, Tensor> twist)
    {
        using var scope = NewDisposeScope();
        var oracle = OracleFile.Case(name, type);
        if (oracle.Seed is { } seed)
        {
            manual_seed(seed);
            tolerance = 0;
        }

        var outputs = compute(oracle).Tensors;
        Assert.Equal(oracle.Outputs.Count, outputs.Count);
        for (var i = 0; i < outputs.Count; i++) Agrees($"{name}: output {i}", twist(oracle.Outputs[i]), outputs[i].detach(), tolerance);

        var differentiable = outputs.Where(o => o.requires_grad).ToList();
        Assert.Equal(oracle.Weights.Count, differentiable.Count);
        if (differentiable.Count == 0) return;
        var sum = differentiable.Zip(oracle.Weights, (o, w) => (o * w.to(type)).sum()).Aggregate((s, t) => s + t);
        sum.backward();
        var expected = oracle.Gradients;
        foreach (var (leaf, tensor) in oracle.Leaves)
        {
            if (expected.TryGetValue(leaf, out var gradient)) Agrees($"{name}: gradient of {leaf}", twist(gradient), tensor.grad, tolerance);
            else Assert.True(tensor.grad is null, $"{name}: a gradient of {leaf} where PyTorch has none.");
        }
    }

    private static double[] Numbers(Tensor tensor) => tensor.detach().to(ScalarType.Float64).data<double>().ToArray();
}
