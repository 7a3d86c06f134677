using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>What commutes, found out by running the net on integers.</summary>
internal static class Measured
{
    /// <summary>The point elements for which <c>f(L_g x) = L_g f(x)</c> on one image, to the last bit.</summary>
    public static IReadOnlyList<int> Elements(EquivariantModule net, Tensor x)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor y = net.call(x);
        PlaneGroup g = net.InputType.Group;
        return [.. g.ElementsOf(g.LatticeGroup).Where(h => Examples.Same(net.call(x.Transform(net.InputType, h)), Act(y, net.OutputType, h)))];
    }

    /// <summary>
    /// The elements that commute for several draws of weights and images. An element is struck off by a single error; draws go on only while
    /// an element commutes that is not expected to.
    /// </summary>
    public static IReadOnlyList<int> Elements(EquivariantModule net, ImageSize size, IReadOnlyList<int> expected, int draws)
    {
        IReadOnlyList<int> found = Elements(net, Draw(net, size, 1));
        for (int draw = 2; draw <= draws && found.Except(expected).Any(); draw++)
        {
            found = [.. found.Intersect(Elements(net, Draw(net, size, draw)))];
        }

        return found;
    }

    private static Tensor Draw(EquivariantModule net, ImageSize size, int seed)
    {
        net.WithIntegers(100 * seed, size: 2);
        NetState image = new(net.InputType, size.Rows, size.Columns);

        // Over 1,000 values, so that the maxima of large windows are not the one largest number.
        return (IntegerTensors.Field(seed, image, 2) * 121) + (IntegerTensors.Field(seed + 1000, image, 2) * 11)
            + IntegerTensors.Field(seed + 2000, image, 2);
    }

    private static Tensor Act(Tensor y, FieldType type, int h) => y.ndim == 2 ? y.TransformVector(type, h) : y.Transform(type, h);
}
