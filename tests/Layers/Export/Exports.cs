using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The assertions about exports, each used by laws and by broken twins.</summary>
internal static class Exports
{
    /// <summary>The largest relative error in each type of numbers.</summary>
    private static readonly (ScalarType Type, double Error)[] Tolerances = [(ScalarType.Float32, 1e-5), (ScalarType.Float64, 1e-12)];

    /// <summary>Plain modules give what the layer gives in evaluation, in both types of numbers, on inputs of several sizes.</summary>
    public static void AreSame(nn.Module<Tensor, Tensor> layer, params IEnumerable<Tensor> inputs)
    {
        Tensor[] given = [.. inputs];
        foreach ((ScalarType type, double error) in Tolerances)
        {
            layer.to(type);
            layer.eval();
            using nn.Module<Tensor, Tensor> plain = PlainNet.Of(layer, type);
            Assert.All(given, x => AreSame(layer, plain, x.to(type), error));
        }
    }

    public static void AreSame(nn.Module<Tensor, Tensor> layer, nn.Module<Tensor, Tensor> plain, Tensor x, double error)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        ArePlain(plain);
        Tensor expected = layer.call(x), actual = plain.call(x);
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.dtype, actual.dtype);
        double size = expected.abs().max().ToDouble();
        Assert.True(size > 0, "The layer gives zeros, which tell nothing.");
        double worst = (expected - actual).abs().max().ToDouble();
        Assert.True(worst <= error * size, $"{layer.GetName()}: {worst} of {size}, {plain.GetName()}");
    }

    /// <summary>There is no equivariant module, nor any that is neither TorchSharp's nor one of the plain ones.</summary>
    public static void ArePlain(nn.Module plain) => Assert.All(plain.modules().Prepend(plain), module =>
    {
        Assert.IsNotAssignableFrom<EquivariantModule>(module);
        Type type = module.GetType();
        Assert.True(type.Assembly == typeof(Sequential).Assembly || type.Name.StartsWith("Plain", StringComparison.Ordinal), type.Name);
    });

    /// <summary>With normal weights, and statistics as after a training.</summary>
    public static T Random<T>(T module, long seed = 1)
        where T : nn.Module
    {
        manual_seed(seed);
        using IDisposable noGrad = no_grad();
        foreach ((string name, Tensor value) in module.state_dict())
        {
            if (name.EndsWith("running_var", StringComparison.Ordinal))
            {
                value.uniform_(0.5, 2);
            }
            else
            {
                value.normal_();
            }
        }

        return module;
    }

    /// <summary>Normal numbers: rectangles of two sizes, or hexagons of two radii, of which no stride above 1 fits both.</summary>
    public static IEnumerable<Tensor> Images(FieldType type)
    {
        manual_seed(2);
        return type.Group.Lattice is HexagonalLattice
            ? [.. Enumerable.Range(5, 2).Select(radius => Numbers(type, (2 * radius) + 1, (2 * radius) + 1).MaskToHexagon())]
            : [Numbers(type, 9, 11), Numbers(type, 8, 8)];
    }

    /// <summary>Images whose sides are odd, as pooling onto a sublattice asks for.</summary>
    public static IEnumerable<Tensor> OddImages(FieldType type) => Images(type).Where(image => image.size(2) % 2 == 1);

    /// <summary>Vectors, for layers without positions.</summary>
    public static Tensor Vectors(FieldType type) => randn(3, type.Channels, dtype: ScalarType.Float64);

    private static Tensor Numbers(FieldType type, long rows, long columns) =>
        randn(2, type.Channels, rows, columns, dtype: ScalarType.Float64);
}
