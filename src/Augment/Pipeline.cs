namespace GCnn.Augment;

/// <summary>Augmentations in sequence: draw once per sample, then apply to whole batches. Equal when the augmentations are equal.</summary>
/// <remarks>
/// <para>
/// Every number comes from the sample's own stream, keyed by seed, epoch and sample, and every operator works image by image. So the same
/// seed gives the same images whatever the batch size, the order of the samples and the number of threads.
/// </para>
/// <para>
/// Neighbouring geometric steps of which one reads between pixels are composed into one resample (<see cref="GeometricAugmentation"/>).
/// Steps whose parameters depend on the image are resolved on the way: <see cref="Run"/> gives the resolved parameters, by which the run
/// can be repeated, bit for bit, and by which masks, points and other labels follow.
/// </para>
/// </remarks>
public sealed partial class Pipeline : IEquatable<Pipeline>
{
    private readonly Augmentation[] _steps;

    /// <summary>The sequence of some augmentations, the first applied first. None leave images as they are.</summary>
    /// <param name="steps">The augmentations.</param>
    public Pipeline(params Augmentation[] steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        Array.ForEach(steps, step => ArgumentNullException.ThrowIfNull(step, nameof(steps)));
        _steps = [.. steps];
    }

    /// <summary>The augmentations, the first applied first.</summary>
    public IReadOnlyList<Augmentation> Steps => _steps;

    /// <summary>Draws the parameters of one sample.</summary>
    /// <param name="stream">The sample's stream.</param>
    public Parameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new Parameters(Array.ConvertAll(_steps, step => step.Draw(stream)));
    }

    /// <summary>Draws the parameters of a batch: for each sample those of its <see cref="SampleStream"/>.</summary>
    /// <param name="seed">The seed of the whole run.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="samples">The samples' numbers in the data set.</param>
    public Parameters[] Draw(long seed, long epoch, IEnumerable<long> samples) =>
        [.. samples.Select(sample => Draw(new SampleStream(seed, epoch, sample)))];

    /// <summary>Whether both have equal augmentations in the same order.</summary>
    /// <param name="other">The pipeline to compare with.</param>
    public bool Equals(Pipeline? other) => other is not null && _steps.AsSpan().SequenceEqual(other._steps);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Pipeline);

    /// <inheritdoc/>
    public override int GetHashCode() => _steps.Aggregate(_steps.Length, HashCode.Combine);

    /// <summary>The augmentations, one a line, as the JSON from which <see cref="PipelineJson.Read"/> makes an equal pipeline.</summary>
    public override string ToString() => PipelineJson.Print(this);
}
