using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Modules whose numbers are small integers in float64, on which every sum is exact.</summary>
internal static class IntegerModules
{
    /// <summary>A variance whose sum with the norms' default <c>ε</c> rounds to 4, whose root is the exact 2.</summary>
    public const double VarianceOfStandardDeviationTwo = 4 - 1e-5;

    /// <summary>Converts to float64, and fills parameters with integers from −5 to 5, or of a smaller size where asked.</summary>
    public static T WithIntegers<T>(this T module, long seed = 1, int size = 5)
        where T : nn.Module
    {
        module.to(ScalarType.Float64);
        using IDisposable noGrad = no_grad();
        foreach ((string name, Tensor value) in module.state_dict())
        {
            value.copy_(
                name.EndsWith("running_var", StringComparison.Ordinal)
                    ? full(value.shape, VarianceOfStandardDeviationTwo, ScalarType.Float64)
                    : IntegerTensors.Random(seed++, value.shape).clamp(-size, size));
        }

        return module;
    }

    /// <summary>The numbers <c>0, 1, …</c> in random order, so that no two are equal and no maximum has a rival.</summary>
    public static Tensor Distinct(int seed, params long[] shape)
    {
        double[] values = [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (product, side) => product * side)).Select(i => (double)i)];
        new Random(seed).Shuffle(values);
        return tensor(values, shape);
    }
}
