using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers;

internal sealed partial class Windows
{
    /// <summary>Refuses a stencil around a point between cells, over the hexagonal lattice.</summary>
    internal static void RequireCell(string layer, PlaneGroup group, Stencil stencil)
    {
        if (group.Lattice is HexagonalLattice && (stencil.Rows % 2 == 0 || stencil.Columns % 2 == 0))
        {
            throw new ArgumentException(
                $"{layer}: the centre of the {stencil} lies between cells; {group} acts on hexagons about a cell. Use a stencil " +
                "around a cell, such as Stencil.Hexagon(1).",
                nameof(stencil));
        }
    }

    private static void RequireMode(string layer, PaddingModes paddingMode)
    {
        if (!Enum.IsDefined(paddingMode))
        {
            throw new ArgumentOutOfRangeException(
                nameof(paddingMode),
                $"{layer}: there is no padding mode {(int)paddingMode}; there are {string.Join(", ", Enum.GetNames<PaddingModes>())}.");
        }
    }

    private static void RequireForHexagons(string layer, PlaneGroup group, Stencil stencil, PaddingModes paddingMode)
    {
        if (group.Lattice is HexagonalLattice && paddingMode is not (PaddingModes.Zeros or PaddingModes.Constant))
        {
            throw new ArgumentException(
                $"{layer}: padding mode {paddingMode} continues an image over the sides of a rectangle; {group} acts on hexagons, which " +
                "are surrounded by zeros. Use PaddingModes.Zeros.",
                nameof(paddingMode));
        }

        RequireCell(layer, group, stencil);
    }

    private void RequireRoom(Tensor input)
    {
        RequireRoomToPad(input);
        (int rows, int columns) = (Geometry.RowExtent, Geometry.ColumnExtent);
        if (input.size(2) + (2 * Padding) < rows || input.size(3) + (2 * Padding) < columns)
        {
            throw new ArgumentException(
                $"{_layer}: an image of {input.size(2)} x {input.size(3)} pixels with padding {Padding} has no room for a filter that " +
                $"covers {rows} x {columns}. Pad more, pool less before it, or use a smaller stencil.",
                nameof(input));
        }
    }

    // A reflection leaves out the border pixel, so it has one pixel less to give; a wrapped image has all its pixels.
    private void RequireRoomToPad(Tensor input)
    {
        long side = Math.Min(input.size(2), input.size(3));
        long most = Mode switch { PaddingModes.Reflect => side - 1, PaddingModes.Circular => side, _ => long.MaxValue };
        if (Padding > most)
        {
            throw new ArgumentException(
                $"{_layer}: an image of {input.size(2)} x {input.size(3)} pixels cannot be padded by mode {Mode} with padding " +
                $"{Padding}; at most {most} is possible. Pad less, pool less before it, or use zeros.",
                nameof(input));
        }
    }
}
