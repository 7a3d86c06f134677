using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>What the exports of layers with an expanded filter share.</summary>
internal static class PlainModules
{
    /// <summary>Refuses hexagonal images.</summary>
    /// <exception cref="NotSupportedException">The images are hexagons.</exception>
    internal static void RequireRectangles(EquivariantModule layer)
    {
        if (layer.InputType.Group.Lattice is HexagonalLattice)
        {
            throw new NotSupportedException(
                $"{layer.GetName()} of {layer.InputType.Group} cannot be exported: on hexagons of every size windows stand about the " +
                "centre and the corners of the stored square stay zero, which no plain module does. Use the layer itself, or a group of " +
                "the square lattice.");
        }
    }

    /// <summary>Copies the expanded filter and bias, in the shape that the plain module keeps them in.</summary>
    internal static void Copy(ExpandedFilterModule layer, Tensor weight, Tensor? bias)
    {
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        weight.copy_(layer.ExpandedFilter().view(weight.shape));
        bias?.copy_(layer.ExpandedBias()!);
    }
}
