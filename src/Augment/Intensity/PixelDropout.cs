using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Dead pixels: each pixel, with all its channels, is set to a value with a probability drawn for the sample.</summary>
/// <remarks>
/// The pixels that die are drawn one by one from the sample's own numbers; at a higher rate those that were dead stay dead.
/// </remarks>
/// <param name="Rate">The range of the probability, uniform; from 0 to 1.</param>
/// <param name="Fill">The value of a dead pixel.</param>
public sealed record PixelDropout(Interval Rate, double Fill = 0) : Augmentation
{
    /// <summary>The range of the probability, uniform; from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches outside 0 to 1.</exception>
    public Interval Rate { get; init => field = RequireRate(value); } = RequireRate(Rate);

    /// <summary>The value of a dead pixel.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public double Fill { get; init => field = RequireFill(value); } = RequireFill(Fill);

    /// <inheritdoc/>
    public override bool IsGeometric => false;

    /// <summary>Draws the probability and the key of the pixels.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new PixelDropoutParameters(stream.NextUniform(Rate), stream.NextKey());
    }

    /// <summary>Sets the pixels that die to the value. Differentiable; no gradient passes through a dead pixel.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image its dead pixels.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        PixelDropoutParameters[] drawn = Require<PixelDropoutParameters>(images, parameters);
        int length = checked((int)(images.shape[2] * images.shape[3]));
        bool[] dead = new bool[checked(drawn.Length * length)];
        ImageLoop.For(drawn.Length, n => Kill(drawn[n], dead.AsSpan(n * length, length)));
        using Tensor mask = tensor(dead, [drawn.Length, 1, images.shape[2], images.shape[3]], device: images.device);
        return images.masked_fill(mask, Fill);
    }

    private static void Kill(PixelDropoutParameters drawn, Span<bool> dead)
    {
        SampleStream stream = new(drawn.Key);
        foreach (ref bool pixel in dead)
        {
            pixel = stream.NextUnit() < drawn.Rate;
        }
    }

    private static Interval RequireRate(Interval value) => Ranges.Within(value, 0, 1, "rate of dead pixels", nameof(Rate));

    private static double RequireFill(double value) => Ranges.Finite(value, "value of a dead pixel", nameof(Fill));
}
