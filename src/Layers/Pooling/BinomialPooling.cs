using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// Anti-aliased pooling: a binomial blur, then subsampling. The window's weights are the outer square of
/// <c>binomial(k − 1, i) / 2^(k − 1)</c>; added pixels count as zeros.
/// </summary>
/// <remarks>
/// <para>
/// The weights have every symmetry of the square, so the layer commutes with the point group where average pooling does, on fields of
/// every kind: on sizes with <c>(n + 2 padding − kernel) mod stride = 0</c> (docs/exactness.md). After a max pooling of stride 1 it is
/// max-blur pooling. <b>Shapes:</b> as <see cref="MaxPooling"/>. Source: [Zhang2019].
/// </para>
/// <para>
/// <b>On hexagons.</b> A row of Pascal's triangle is a power of the mean of two neighbours. The hexagonal lattice has three directions of
/// neighbours that sum to zero, <c>(1, 0)</c>, <c>(0, −1)</c> and <c>(−1, 1)</c>; the means along all three, one after another, weigh the
/// centre by 1/4 and its six neighbours by 1/8. A window of radius <c>ρ</c> has the <c>ρ</c>-fold convolution power of these weights: the
/// mask by which the box spline of the three directions, each <c>ρ</c> times, is subdivided, as Pascal's rows are for the splines of one
/// variable. The weights have every symmetry of the hexagon, are multiples of <c>8^−ρ</c> and sum to 1. Their transform is
/// <c>(cos a cos b cos c)^ρ</c> with <c>a + b + c = 0</c> half the phases of the three steps; at the frequencies that stride 2 folds onto
/// zero two of them are odd multiples of <c>π/2</c>, so it vanishes there, as it does on squares. Source: [DeBoor1993].
/// </para>
/// </remarks>
public sealed class BinomialPooling : BlurPooling
{
    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="kernelSize">The side of the blur's window in pixels, at least 1; odd on hexagons.</param>
    /// <param name="stride">The step between outputs, at least 1.</param>
    /// <param name="padding">Pixels added on each side; half the kernel size, rounded down, if null.</param>
    /// <exception cref="ArgumentException">The size is even on hexagons.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public BinomialPooling(FieldType type, int kernelSize = 3, int stride = 2, int? padding = null)
        : base(nameof(BinomialPooling), type, kernelSize, stride, padding)
    {
    }

    /// <summary>A row of Pascal's triangle over its sum, a power of two: every weight is exact in floating point.</summary>
    private protected override double[] RowWeights()
    {
        double[] row = [1];
        for (int n = 1; n < KernelSize; n++)
        {
            row = [.. Enumerable.Range(0, n + 1).Select(i => ((i < n ? row[i] : 0) + (i > 0 ? row[i - 1] : 0)) / 2)];
        }

        return row;
    }

    /// <summary>Means along the three directions, as often as the radius: row by row over the box, which the weights never leave.</summary>
    private protected override double[] HexagonWeights()
    {
        double[] weights = new double[KernelSize * KernelSize];
        weights[weights.Length / 2] = 1;
        for (int power = 0; power < KernelSize / 2; power++)
        {
            foreach (int step in new[] { 1, -KernelSize, KernelSize - 1 })
            {
                double[] before = weights;
                weights = [.. before.Select((w, i) => (w + ((uint)(i - step) < (uint)before.Length ? before[i - step] : 0)) / 2)];
            }
        }

        return weights;
    }
}
