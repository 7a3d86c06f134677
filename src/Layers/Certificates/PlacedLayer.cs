using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>A layer at its place in a net: what it is, and the image before and after it.</summary>
/// <param name="Path">Where it stands: <c>3.1</c> is layer 1 of layer 3, <c>3[0].1</c> layer 1 of branch 0 of layer 3.</param>
/// <param name="Module">The layer.</param>
/// <param name="Geometry">Its geometry, if it says one.</param>
/// <param name="Input">The image before it; null where an unknown layer came before.</param>
/// <param name="Output">The image after it; null where the layer is unknown.</param>
/// <param name="Alone">What the image after it would be if it were the net's first layer, of the same input size.</param>
internal sealed record PlacedLayer(
    string Path, EquivariantModule Module, LayerGeometry? Geometry, WalkState? Input, WalkState? Output, WalkState? Alone)
{
    /// <summary>The layer's name after its path.</summary>
    public string Title => Path.Length == 0 ? Module.GetName() : $"{Path} {Module.GetName()}";

    /// <summary>The windows along the rows' axis (from top to bottom) and the columns' (from left to right), of windows on rectangles.</summary>
    public (WindowAxis Rows, WindowAxis Columns)? Axes =>
        Geometry is WindowGeometry window && Input?.Size is ImageSize size && Module.InputType.Group.Lattice is SquareLattice
            ? GeometryWalk.Axes(window, size)
            : null;

    /// <summary>Whether the layer is a transposed convolution whose output is longer at one end.</summary>
    public bool IsLopsided => Geometry is TransposedWindowGeometry { OutputPadding: > 0 } && Module.InputType.Group.Lattice is SquareLattice;
}
