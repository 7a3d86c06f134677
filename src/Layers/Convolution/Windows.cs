using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Where the windows of a convolution stand, and what surrounds the image.</summary>
internal sealed partial class Windows
{
    private readonly string _layer;
    private readonly bool _onHexagons;

    private Windows(string layer, PlaneGroup group, Stencil stencil, int stride, int padding, int dilation, PaddingModes mode)
    {
        (_layer, _onHexagons) = (layer, group.Lattice is HexagonalLattice);
        (Stencil, Stride, Padding, Dilation, Mode) = (stencil, stride, padding, dilation, mode);
    }

    internal Stencil Stencil { get; }

    internal int Stride { get; }

    internal int Padding { get; }

    internal int Dilation { get; }

    internal PaddingModes Mode { get; }

    /// <summary>How outputs stand on the image.</summary>
    internal WindowGeometry Geometry => new(
        Stencil.Rows, Stencil.Columns, Stride, Padding, Dilation, Mode == PaddingModes.Circular) { Mode = Mode };

    /// <summary>Checks the numbers and keeps them.</summary>
    /// <exception cref="ArgumentException">On hexagons the stencil lies about no cell, or the added cells are not zeros.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small, or the padding mode is none.</exception>
    internal static Windows For(
        string layer, FieldType inputType, Stencil stencil, int stride, int padding, int dilation, PaddingModes paddingMode)
    {
        ArgumentNullException.ThrowIfNull(inputType);
        ArgumentNullException.ThrowIfNull(stencil);
        EquivariantModule.RequireAtLeast(1, stride, layer, nameof(stride));
        EquivariantModule.RequireAtLeast(0, padding, layer, nameof(padding));
        EquivariantModule.RequireAtLeast(1, dilation, layer, nameof(dilation));
        RequireMode(layer, paddingMode);
        RequireForHexagons(layer, inputType.Group, stencil, paddingMode);
        return new Windows(layer, inputType.Group, stencil, stride, padding, dilation, paddingMode);
    }

    /// <summary>The same, on the stencil of given filters.</summary>
    internal static Windows For(
        string layer, FieldType inputType, FilterBasis filters, int stride, int padding, int dilation, PaddingModes paddingMode)
    {
        ArgumentNullException.ThrowIfNull(filters);
        return For(layer, inputType, filters.Stencil, stride, padding, dilation, paddingMode);
    }

    /// <summary>What <c>conv2d</c> makes of an image as <see cref="Surrounded"/>, not yet masked. The caller owns the scope.</summary>
    internal Tensor Convolve((Tensor Image, long[] Padding) surrounded, Tensor filter, Tensor? bias, int groups) => nn.functional.conv2d(
        surrounded.Image, filter, bias, [Stride, Stride], surrounded.Padding, [Dilation, Dilation], groups);

    /// <summary>The image as the windows meet it, and the zeros still to be added above and left, and below and right.</summary>
    internal (Tensor Image, long[] Padding) Surrounded(Tensor image) => _onHexagons ? Frame(image).Fit(image) : Padded(image);

    private HexagonFrame Frame(Tensor image)
    {
        (int rows, int columns) = (Dilation * (Stencil.Rows / 2), Dilation * (Stencil.Columns / 2));
        return HexagonFrame.For(_layer, image, rows, columns, Stride, Padding);
    }

    private (Tensor Image, long[] Padding) Padded(Tensor x)
    {
        RequireRoom(x);
        return Mode == PaddingModes.Zeros || Padding == 0
            ? (x, [Padding, Padding])
            : (nn.functional.pad(x, [Padding, Padding, Padding, Padding], Mode), [0, 0]);
    }
}
