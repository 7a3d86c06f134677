using GCnn.Actions;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Standardises by known numbers, such as those of the training set: <c>out_c = (in_c − m_c) / σ_c</c>.</summary>
/// <param name="Mean">The mean of each channel, or one for all.</param>
/// <param name="Deviation">The standard deviation of each channel, or one for all; above 0.</param>
public sealed record Standardisation(ValueList<double> Mean, ValueList<double> Deviation) : Augmentation
{
    /// <summary>The mean of each channel, or one for all.</summary>
    /// <exception cref="ArgumentException">There is none, or one is not finite.</exception>
    public ValueList<double> Mean { get; init => field = RequireMean(value); } = RequireMean(Mean);

    /// <summary>The standard deviation of each channel, or one for all; above 0.</summary>
    /// <exception cref="ArgumentException">There is none, or one is not a finite number above 0.</exception>
    public ValueList<double> Deviation { get; init => field = RequireDeviation(value); } = RequireDeviation(Deviation);

    /// <inheritdoc/>
    public override bool IsGeometric => false;

    /// <summary>Standardisation by the mean and deviation of all pixels of some images, which are read one after the other.</summary>
    /// <remarks><b>Shapes:</b> <c>C x H x W</c> or <c>N x C x H x W</c> each.</remarks>
    /// <param name="images">At least one image; all have the same channels.</param>
    /// <param name="perChannel">Whether each channel has its own numbers; otherwise all have one pair, which keeps the colours.</param>
    /// <exception cref="ArgumentException">
    /// There is no image, one is of another shape, a pixel is no finite number, or a channel is constant.
    /// </exception>
    public static Standardisation Fit(IEnumerable<Tensor> images, bool perChannel = true)
    {
        var statistics = ChannelStatistics.Of(images);
        double[] means = [.. statistics.Mean], variances = [.. statistics.Covariance.Diagonal()];
        if (!perChannel)
        {
            // The variance of all numbers is the mean of the channels' variances and the variance of their means.
            double mean = means.Average();
            (variances, means) = ([variances.Average() + means.Average(m => (m - mean) * (m - mean))], [mean]);
        }

        return new Standardisation([.. means], [.. variances.Select(Math.Sqrt)]);
    }

    /// <summary>Draws nothing.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream) => new NoParameters();

    /// <summary>Applies <c>(in_c − m_c) / σ_c</c>. Differentiable.</summary>
    /// <remarks>
    /// <b>Shapes:</b> <c>N x C x H x W</c> to the same; <c>C</c> is the number of means and deviations where those are not one.
    /// </remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image that nothing was drawn.</param>
    /// <exception cref="ArgumentException">
    /// The parameters are not of these images, or the channels are not those of the numbers.
    /// </exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        Require<NoParameters>(images, parameters);
        using DisposeScope scope = NewDisposeScope();
        return ((images - PerChannel(images, Mean, "means")) / PerChannel(images, Deviation, "deviations")).MoveToOuterDisposeScope();
    }

    private static Tensor PerChannel(Tensor images, ValueList<double> numbers, string what) =>
        numbers.Count == 1 || numbers.Count == images.shape[1]
        ? tensor(numbers.ToArray(), [1, numbers.Count, 1, 1], dtype: images.dtype, device: images.device)
        : throw new ArgumentException(
            $"Standardisation has {numbers.Count} {what}; the images have {images.shape[1]} channels (shape " +
            $"{FieldShape.Print(images)}). Give one for each channel, or one for all.",
            nameof(images));

    private static ValueList<double> RequireMean(ValueList<double> value) => Require(value, double.IsFinite, "mean", "finite number");

    private static ValueList<double> RequireDeviation(ValueList<double> value) =>
        Require(value, d => d > 0 && double.IsFinite(d), "standard deviation", "finite number above 0");

    private static ValueList<double> Require(ValueList<double> numbers, Func<double, bool> holds, string what, string needed)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return numbers.Count > 0 && numbers.All(holds)
            ? numbers
            : throw new ArgumentException(
                $"Standardisation needs a {what} for each channel or one for all, each a {needed}; they were given as {numbers}.");
    }
}
