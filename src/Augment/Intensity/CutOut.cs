using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// A square hole at a uniform place, cut off where it leaves the image. Several holes are a <see cref="Repeat"/> of this.
/// </summary>
/// <remarks>
/// The hole's centre is uniform over the image, so that pixels of the border are covered less often. A hole of a whole number <c>s</c>
/// of pixels covers exactly <c>s x s</c> where it lies inside. Source: [DeVriesTaylor2017], section 3.
/// </remarks>
/// <param name="Side">The range of the side in pixels, uniform; at least 0.</param>
/// <param name="Fill">The value inside the hole.</param>
public sealed record CutOut(Interval Side, double Fill = 0) : Augmentation
{
    /// <summary>The range of the side in pixels, uniform; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches below 0.</exception>
    public Interval Side { get; init => field = RequireSide(value); } = RequireSide(Side);

    /// <summary>The value inside the hole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public double Fill { get; init => field = RequireFill(value); } = RequireFill(Fill);

    /// <inheritdoc/>
    public override bool IsGeometric => false;

    /// <summary>Draws the side and the centre, to the right and downwards.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new CutOutParameters(stream.NextUniform(Side), stream.NextUnit(), stream.NextUnit());
    }

    /// <summary>Sets the pixels of the hole to the value. Differentiable; no gradient passes through the hole.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image its hole.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        CutOutParameters[] drawn = Require<CutOutParameters>(images, parameters);
        using DisposeScope scope = NewDisposeScope();
        Tensor result = images.clone();
        for (int n = 0; n < drawn.Length; n++)
        {
            (int top, int rows) = Covered(drawn[n].Y, drawn[n].Side, (int)images.shape[2]);
            (int left, int columns) = Covered(drawn[n].X, drawn[n].Side, (int)images.shape[3]);
            if (rows > 0 && columns > 0)
            {
                result.select(0, n).narrow(1, top, rows).narrow(2, left, columns).fill_(Fill);
            }
        }

        return result.MoveToOuterDisposeScope();
    }

    /// <summary>The pixels of an axis that a hole covers: <c>−s/2 ≤ x − c &lt; s/2</c> about its centre <c>c = u n − ½</c>.</summary>
    private static (int First, int Count) Covered(double place, double side, int length)
    {
        double centre = (place * length) - 0.5;
        int first = (int)Math.Clamp(Math.Ceiling(centre - (side / 2)), 0, length);
        return (first, (int)Math.Clamp(Math.Ceiling(centre + (side / 2)), 0, length) - first);
    }

    private static Interval RequireSide(Interval value) => Ranges.AtLeastZero(value, "side of a hole", nameof(Side));

    private static double RequireFill(double value) => Ranges.Finite(value, "value inside a hole", nameof(Fill));
}
