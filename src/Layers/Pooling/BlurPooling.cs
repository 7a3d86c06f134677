using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Anti-aliased pooling: a blur by fixed weights that sum to 1, then subsampling. On squares the weights are the outer square of a row that
/// reads the same from both ends; on hexagons they depend on the orbit of a cell alone. So they have every symmetry of the lattice.
/// </summary>
/// <remarks>Added pixels count as zeros. Source: [Zhang2019].</remarks>
public abstract partial class BlurPooling : WindowPooling
{
    private double[]? _weights;

    private protected BlurPooling(string name, FieldType type, int kernelSize, int stride, int? padding)
        : base(name, type, kernelSize, stride, padding ?? kernelSize / 2)
    {
    }

    private double[] Weights => _weights ??= OnHexagons ? HexagonWeights() : Outer(RowWeights());

    /// <summary>The weights along one axis of a square window.</summary>
    private protected abstract double[] RowWeights();

    /// <summary>The weights on the box of a hexagonal window, row by row; 0 outside the hexagon.</summary>
    private protected abstract double[] HexagonWeights();

    /// <inheritdoc/>
    private protected override Tensor Pool(Tensor input)
    {
        using var scope = NewDisposeScope();
        return Weigh(input, Weights, [Padding, Padding]).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    private protected override Tensor PoolHexagons(Tensor input, HexagonFrame frame)
    {
        (Tensor image, long[] padding) = frame.Fit(input);
        return Weigh(image, Weights, padding);
    }

    private static double[] Outer(double[] row) => [.. from a in row from b in row select a * b];
}
