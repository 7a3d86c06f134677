using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class PointwiseNonlinearity
{
    private static readonly double[] Samples = [0, 0.01, 0.3, 0.9, 1.7, 4, 30];

    /// <summary>An odd function, <c>φ(−x) = −φ(x)</c>: it commutes with signs too, so fields may permute their channels up to signs.</summary>
    /// <param name="type">The type of its input and output, such as sign irreps.</param>
    /// <param name="function">A function that treats all elements alike, and is odd; a few numbers are tried.</param>
    /// <param name="name">The function's name.</param>
    /// <exception cref="ArgumentException">
    /// A field's matrices are not permutations up to signs, and the message names it; or the function is not odd.
    /// </exception>
    public static PointwiseNonlinearity Odd(FieldType type, Func<Tensor, Tensor> function, string name = nameof(PointwiseNonlinearity)) =>
        new(type, RequireOdd(name, function), name, keepsZero: true, isOdd: true);

    private static Func<Tensor, Tensor> RequireOdd(string name, Func<Tensor, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor x = tensor(Samples);
        double[] values = [.. function(x).data<double>()], opposite = [.. function(-x).data<double>()];
        int other = Enumerable.Range(0, Samples.Length).FirstOrDefault(
            i => !(Math.Abs(values[i] + opposite[i]) <= 1e-9 * Math.Max(1, Math.Abs(values[i]))), -1);
        return other < 0
            ? function
            : throw new ArgumentException(
                $"{name} is no odd function: it is {values[other]} at {Samples[other]} and {opposite[other]} at {-Samples[other]}. Only odd ones " +
                "commute with changes of sign; use the constructor for others, on fields that permute their channels.",
                nameof(function));
    }

    private static FieldType RequireSigns(string name, FieldType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Fields.Distinct().FirstOrDefault(field => SignedPermutation.Of(field) is null) is not Representation other
            ? type
            : throw new ArgumentException(
                $"{name} is an odd function of each channel, which commutes only with representations that permute channels up to signs; " +
                $"'{other}' in '{type}' mixes them. Use a NormNonlinearity or a GatedNonlinearity there.",
                nameof(type));
    }
}
