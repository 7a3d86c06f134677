using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The convolutions of a residual block, whichever order the block puts them in.</summary>
/// <param name="First">The first convolution, which strides.</param>
/// <param name="Second">The second convolution.</param>
/// <param name="Shortcut">The shortcut's, of one point; null where the input can be added as it is.</param>
internal sealed record ResidualConvolutions(Convolution First, Convolution Second, Convolution? Shortcut)
{
    internal static ResidualConvolutions For(
        string block, FieldType input, FieldType output, int kernelSize, int stride, Generator? generator)
    {
        if (kernelSize % 2 == 0)
        {
            throw new ArgumentException(
                $"{block}: kernel size {kernelSize} is even, so the branch would not keep the size of the shortcut; use an odd one.",
                nameof(kernelSize));
        }

        int padding = kernelSize / 2;
        Stencil stencil = input.Group.Lattice is HexagonalLattice ? Stencil.Hexagon(padding) : Stencil.Square(kernelSize);
        return new ResidualConvolutions(
            new Convolution(input, output, stencil, stride, padding, bias: false, generator: generator),
            new Convolution(output, output, stencil, padding: padding, bias: false, generator: generator),
            stride == 1 && input.Equals(output)
                ? null
                : new Convolution(input, output, Stencil.Square(1), stride, bias: false, generator: generator));
    }
}
