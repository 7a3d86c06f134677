using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>The principal components of colour of a set of images: directions among the channels and the variance along each.</summary>
/// <remarks>Equal when variances and directions are. Source: [Krizhevsky2012], section 4.1.</remarks>
public sealed record ColourComponents
{
    /// <summary>Components that are known, such as those that another program fitted.</summary>
    /// <param name="variances">The variance along each direction, an eigenvalue of the covariance of the channels; at least 0.</param>
    /// <param name="directions">The eigenvectors, in the order of the variances: unit vectors, at right angles to each other.</param>
    /// <exception cref="ArgumentException">
    /// There are not as many directions of as many numbers as variances, a variance is negative, or the directions are not orthonormal.
    /// </exception>
    public ColourComponents(ValueList<double> variances, ValueList<ValueList<double>> directions)
    {
        ArgumentNullException.ThrowIfNull(variances);
        ArgumentNullException.ThrowIfNull(directions);
        Require(variances, directions);
        Variances = variances;
        Directions = directions;
    }

    /// <summary>The variance along each direction.</summary>
    public ValueList<double> Variances { get; }

    /// <summary>The unit vector of each direction, one number per channel.</summary>
    public ValueList<ValueList<double>> Directions { get; }

    /// <summary>The number of channels.</summary>
    public int Channels => Variances.Count;

    /// <summary>Fits the components to all pixels of some images, which are read one after the other.</summary>
    /// <remarks>
    /// The covariance is <c>Σ (x − m)(x − m)ᵀ / n</c> over all <c>n</c> pixels, merged image by image; its components come by falling
    /// variance, each direction with its greatest number positive. <b>Shapes:</b> <c>C x H x W</c> or <c>N x C x H x W</c> each.
    /// </remarks>
    /// <param name="images">At least one image; all have the same channels.</param>
    /// <exception cref="ArgumentException">There is no image, one is of another shape, or a pixel is no finite number.</exception>
    public static ColourComponents Fit(IEnumerable<Tensor> images) => FromCovariance(ChannelStatistics.Of(images).Covariance);

    private static ColourComponents FromCovariance(Matrix<double> covariance)
    {
        int channels = covariance.RowCount;
        var decomposed = covariance.Evd(Symmetricity.Symmetric);
        int[] order = [.. Enumerable.Range(0, channels).OrderByDescending(i => decomposed.EigenValues[i].Real)];
        double[] variances = Array.ConvertAll(order, i => Math.Max(0, decomposed.EigenValues[i].Real));
        return new ColourComponents(
            [.. variances],
            [.. order.Select(i => Upright(decomposed.EigenVectors.Column(i).Normalize(2)))]);
    }

    private static ValueList<double> Upright(Vector<double> direction) =>
        [.. direction * Math.Sign(direction[direction.AbsoluteMaximumIndex()])];

    private static void Require(ValueList<double> variances, ValueList<ValueList<double>> directions)
    {
        int n = variances.Count;
        if (n == 0 || directions.Count != n || directions.Any(d => d?.Count != n))
        {
            throw new ArgumentException(
                $"Colour components of n channels are n variances and n directions of n numbers; they were given as {n} variances and " +
                $"{directions.Count} directions of {string.Join(", ", directions.Select(d => d?.Count ?? 0))} numbers.",
                nameof(directions));
        }

        if (variances.Any(v => !(v >= 0) || !double.IsFinite(v)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(variances), $"The variance of a colour component is at least 0; they were given as {variances}.");
        }

        RequireOrthonormal(directions);
    }

    private static void RequireOrthonormal(ValueList<ValueList<double>> directions)
    {
        const double tolerance = 1e-4;
        for (int i = 0; i < directions.Count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double product = directions[i].Zip(directions[j], (a, b) => a * b).Sum();
                if (!(Math.Abs(product - (i == j ? 1 : 0)) <= tolerance))
                {
                    throw new ArgumentException(
                        $"The directions of colour are unit vectors at right angles; the inner product of directions {j} and {i} is " +
                        $"{product:g4}. Were rows and columns exchanged, or the vectors not normalised?",
                        nameof(directions));
                }
            }
        }
    }
}
