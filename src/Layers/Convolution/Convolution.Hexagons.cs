using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class Convolution
{
    private HexagonFrame Frame(Tensor image)
    {
        (int rows, int columns) = (Dilation * (Stencil.Rows / 2), Dilation * (Stencil.Columns / 2));
        return HexagonFrame.For(nameof(Convolution), image, rows, columns, Stride, Padding);
    }

    private static void RequireForHexagons(PlaneGroup group, Stencil stencil, PaddingModes mode)
    {
        if (group.Lattice is not HexagonalLattice)
        {
            return;
        }

        if (mode is not (PaddingModes.Zeros or PaddingModes.Constant))
        {
            throw new ArgumentException(
                $"Convolution: padding mode {mode} continues an image over the sides of a rectangle; {group} acts on hexagons, which are " +
                "surrounded by zeros. Use PaddingModes.Zeros.",
                nameof(mode));
        }

        if (stencil.Rows % 2 == 0 || stencil.Columns % 2 == 0)
        {
            throw new ArgumentException(
                $"Convolution: the centre of the {stencil} lies between cells; {group} acts on hexagons about a cell. Use a stencil " +
                "around a cell, such as Stencil.Hexagon(1).",
                nameof(stencil));
        }
    }
}
