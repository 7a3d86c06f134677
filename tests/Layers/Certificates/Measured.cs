using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>What commutes, found out by running a net on random weights and images.</summary>
/// <remarks>
/// The error of an element is <c>max|f(L_g x) − L_g f(x)| / max|f(x)|</c> in float64, the largest of all draws. On integers, where no sum
/// is rounded, an element commutes whose error is 0; elsewhere one whose error is below <see cref="Rounding"/>, which leaves some 1e-14. A
/// broken law leaves more than 1e-6; <see cref="Broken"/> is the least that counts as broken: an error between both fails the test.
/// </remarks>
internal static class Measured
{
    /// <summary>The largest error that rounding may make.</summary>
    public const double Rounding = 1e-10;

    /// <summary>The least error of a law that does not hold.</summary>
    public const double Broken = 1e-7;

    /// <summary>The elements of the net's input group that commute, from an image and the weights as they are.</summary>
    public static IReadOnlyList<int> Elements(EquivariantModule net, ImageSize size, IReadOnlyList<int> expected, int draws) =>
        [.. Errors(net, size, expected, draws, integers: true).Where(error => error.Value == 0).Select(error => error.Key).Order()];

    /// <summary>
    /// The error of each element of the input's group that the net is asked for. Draws go on only while an element commutes that is not
    /// expected to.
    /// </summary>
    public static IReadOnlyDictionary<int, double> Errors(
        EquivariantModule net, ImageSize size, IReadOnlyCollection<int> expected, int draws, bool integers)
    {
        PlaneGroup after = net.OutputType.Group;
        IReadOnlyList<int> names = GeometryWalk.Through(net, size).Output!.Elements;
        int[] asked = after.ElementsOf(after.LatticeGroup);
        var errors = asked.ToDictionary(h => names[h], _ => 0.0);
        bool Unsettled() => errors.Any(error => error.Value <= Broken && !expected.Contains(error.Key));
        for (int draw = 1; draw <= draws && (draw == 1 || Unsettled()); draw++)
        {
            using DisposeScope scope = NewDisposeScope();
            using IDisposable noGrad = no_grad();
            Tensor x = Draw(net, size, draw, integers), y = net.call(x);
            double scale = (double)y.abs().max();
            foreach (int h in asked)
            {
                Tensor moved = net.call(x.Transform(net.InputType, names[h])), expectedOutput = Act(y, net.OutputType, h);
                double error = !moved.shape.SequenceEqual(expectedOutput.shape) ? double.PositiveInfinity
                    : (double)(moved - expectedOutput).abs().max() / Math.Max(scale, 1e-100);
                errors[names[h]] = Math.Max(errors[names[h]], error);
            }
        }

        return errors;
    }

    /// <summary>Whether the net gives different numbers of different images, so that laws say something.</summary>
    public static bool Varies(EquivariantModule net, ImageSize size)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor x = Draw(net, size, 1, integers: false), y = net.call(x);
        return (double)(y[0] - y[1]).abs().max() > 1e-4 * (double)y.abs().max() && double.IsFinite((double)y.sum());
    }

    /// <summary>Sets the weights and draws two images. Every third draw leaves most pixels zero, every second one is darker.</summary>
    public static Tensor Draw(EquivariantModule net, ImageSize size, int seed, bool integers, bool masked = true)
    {
        Random random = new(seed);
        net.to(ScalarType.Float64);
        if (integers)
        {
            net.WithIntegers(100 * seed, size: 2);
        }
        else
        {
            WithReals(net, random);
        }

        // Integers over more than 1,000 values, so that the maxima of large windows are not the one largest number.
        long[] shape = [2, net.InputType.Channels, size.Rows, size.Columns];
        Tensor image = Numbers(shape, () => integers ? random.Next(-665, 666) : Normal(random) - (seed % 2 == 0 ? 3 : 0));
        Tensor thinned = seed % 3 == 0
            ? image * Numbers([2, 1, size.Rows, size.Columns], () => random.Next(6) == 0 ? 1 : 0)
            : image;
        return masked && net.InputType.Group.Lattice is HexagonalLattice ? thinned.MaskToHexagon() : thinned;
    }

    private static void WithReals(EquivariantModule net, Random random)
    {
        foreach ((string name, Tensor value) in net.state_dict())
        {
            Tensor drawn = Numbers(value.shape, () => Normal(random));
            double size = (double)value.pow(2).mean().sqrt();
            value.copy_(
                name.EndsWith("running_var", StringComparison.Ordinal) ? drawn.abs() + 0.5
                : name.EndsWith("bias", StringComparison.Ordinal) || name.EndsWith("running_mean", StringComparison.Ordinal) ? drawn * 0.3
                : drawn * (size > 0 ? size : 1));
        }

        // A norm that is shifted upwards leaves a direction, which for a vector of 0 is made of rounding alone; far downwards, nothing.
        foreach (Tensor bias in net.modules().OfType<NormNonlinearity>().Select(norms => norms.get_parameter("bias")!))
        {
            bias.copy_(bias.abs() * -0.05);
        }
    }

    private static Tensor Numbers(long[] shape, Func<double> number)
    {
        double[] values = new double[shape.Aggregate(1L, (product, side) => product * side)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = number();
        }

        return tensor(values, shape);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static Tensor Act(Tensor y, FieldType type, int h) => y.ndim == 2 ? y.TransformVector(type, h) : y.Transform(type, h);
}
