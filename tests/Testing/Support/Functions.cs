using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

/// <summary>Equivariant functions made of the core's index maps and plain tensor operators, and their broken twins.</summary>
internal static class Functions
{
    public static readonly FieldType Scalars = FieldType.Trivial(PlaneGroup.P4m, 2);

    public static readonly FieldType Fields = FieldType.Regular(PlaneGroup.P4m, 2);

    /// <summary>A convolution whose filter is gathered through the index map: exactly equivariant where the size rule holds.</summary>
    public static Func<Tensor, Tensor> Convolution(
        FieldType input, FieldType output, int kernel = 3, int stride = 1, int padding = 1, int dilation = 1, int seed = 1)
    {
        Tensor filter = Filter(input, output, kernel, seed);
        return input.Group.Lattice is HexagonalLattice
            ? x => OnHexagon(x, filter, stride, padding, dilation)
            : x => nn.functional.conv2d(x, filter.to(x.dtype), null, [stride, stride], [padding, padding], [dilation, dilation]);
    }

    public static Tensor Filter(FieldType input, FieldType output, int kernel, int seed)
    {
        Stencil stencil = input.Group.Lattice is HexagonalLattice ? Stencil.Hexagon(kernel / 2) : Stencil.Square(kernel);
        var map = FilterIndexMap.For(input, output, stencil);
        Tensor free = cat([IntegerTensors.Random(seed, map.FreeCount), zeros([1], ScalarType.Float64)]);
        return free.index_select(0, tensor(map.Sources)).reshape(output.Channels, input.Channels, kernel, kernel);
    }

    /// <summary>A convolution of every cell, of which those at multiples of the stride from the centre are kept.</summary>
    private static Tensor OnHexagon(Tensor x, Tensor filter, int stride, int padding, int dilation)
    {
        long added = dilation * (filter.shape[3] / 2), radius = (x.shape[3] / 2) + padding - added, kept = radius / stride;
        Tensor all = nn.functional.conv2d(x, filter.to(x.dtype), null, [1, 1], [padding, padding], [dilation, dilation]);
        Tensor cells = arange(radius - (stride * kept), radius + (stride * kept) + 1, stride);
        return all.index_select(2, cells).index_select(3, cells).MaskToHexagon();
    }

    /// <summary>The same filter on a torus.</summary>
    public static Func<Tensor, Tensor> CircularConvolution(FieldType input, FieldType output)
    {
        Tensor filter = Filter(input, output, 3, 1);
        return x => nn.functional.conv2d(nn.functional.pad(x, [1, 1, 1, 1], PaddingModes.Circular), filter, null, [1, 1], [0, 0], [1, 1]);
    }

    /// <summary>The mean over positions, times the number of pixels: features without space.</summary>
    public static Tensor SpatialSum(Tensor x) => x.sum([2, 3]);

    /// <summary>The maximum over the fibres of regular fields.</summary>
    public static Tensor FibreMaximum(Tensor v, FieldType type) => v.reshape(v.shape[0], type.Fields.Count, type.Group.Order).amax(2);

    public static Tensor Image(int side = 9, long seed = 5) => IntegerTensors.Random(seed, 2, 2, side, side);
}
