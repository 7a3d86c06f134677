using GCnn.Actions;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// Colour shifted along the principal components of a set of images: every pixel gets <c>Σ_i α_i λ_i p_i</c> with <c>α_i</c> normal, of
/// mean 0 and a given deviation, once per sample.
/// </summary>
/// <remarks>
/// <c>p_i</c> are the directions and <c>λ_i</c> the variances, as the paper has it; it takes a deviation of 0.1 for values from 0 to
/// 255, whose variances are 255² times those of values from 0 to 1. Source: [Krizhevsky2012], section 4.1.
/// </remarks>
/// <param name="Components">The components, given or fitted by <see cref="ColourComponents.Fit"/>.</param>
/// <param name="Deviation">The standard deviation of the <c>α_i</c>; at least 0.</param>
public sealed record PcaColour(ColourComponents Components, double Deviation = 0.1) : Augmentation
{
    /// <summary>The components.</summary>
    public ColourComponents Components { get; init; } = Components ?? throw new ArgumentNullException(nameof(Components));

    /// <summary>The standard deviation of the <c>α_i</c>; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public double Deviation { get; init => field = RequireDeviation(value); } = RequireDeviation(Deviation);

    /// <inheritdoc/>
    public override bool IsGeometric => false;

    /// <summary>Draws the <c>α_i</c> from a stream of their own and keeps the shift of each channel.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        float[] alpha = new float[Components.Channels];
        new SampleStream(stream.NextKey()).FillNormal(alpha);
        return new PcaColourParameters([.. Enumerable.Range(0, alpha.Length).Select(channel =>
            Enumerable.Range(0, alpha.Length).Sum(i =>
                Deviation * alpha[i] * Components.Variances[i] * Components.Directions[i][channel]))]);
    }

    /// <summary>Adds to each channel its shift. Differentiable.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same; <c>C</c> is that of the components.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image its shifts.</param>
    /// <exception cref="ArgumentException">
    /// The parameters are not of these images, or the channels are not those of the components.
    /// </exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        PcaColourParameters[] drawn = Require<PcaColourParameters>(images, parameters);
        int channels = (int)images.shape[1];
        if (Array.Find(drawn, p => p.Shift.Count != channels) is PcaColourParameters other)
        {
            throw new ArgumentException(
                $"These colour components are of {other.Shift.Count} channels; the images have {channels} (shape " +
                $"{FieldShape.Print(images)}). Were they fitted to images of another kind?",
                nameof(images));
        }

        using DisposeScope scope = NewDisposeScope();
        double[] shifts = [.. drawn.SelectMany(p => p.Shift)];
        Tensor shift = tensor(shifts, [drawn.Length, channels, 1, 1], dtype: images.dtype, device: images.device);
        return (images + shift).MoveToOuterDisposeScope();
    }

    private static double RequireDeviation(double deviation) => deviation >= 0 && double.IsFinite(deviation)
        ? deviation
        : throw new ArgumentOutOfRangeException(
            nameof(deviation), $"The standard deviation of PCA colour is a finite number of at least 0; it was given as {deviation}.");
}
