using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// One way of images through their steps. Samples whose steps are of the same kinds go together; they part where they come to be of
/// different sizes, and meet again at the end.
/// </summary>
internal sealed class BatchRun
{
    private static readonly EqualityComparer<DrawnStep[]> SameKinds = EqualityComparer<DrawnStep[]>.Create(
        (one, other) => one!.Length == other!.Length && one.Zip(other).All(pair => IsSame(pair.First.Step, pair.Second.Step)),
        steps => steps.Length);

    private readonly DrawnStep[][] _steps;
    private readonly Interpolation? _labels;
    private readonly List<(Tensor Images, int[] Samples)> _done = [];

    /// <summary>A run of samples that have not started yet.</summary>
    /// <param name="steps">For each sample its elementary steps; the run replaces parameters by resolved ones.</param>
    /// <param name="labels">Null for images. For what belongs to them, how to read it; then only geometric steps apply.</param>
    public BatchRun(DrawnStep[][] steps, Interpolation? labels) => (_steps, _labels) = (steps, labels);

    /// <summary>Brings some samples to their end.</summary>
    /// <param name="images">Their images, <c>N x C x H x W</c>.</param>
    /// <param name="samples">Their numbers.</param>
    public void Start(Tensor images, int[] samples)
    {
        foreach (int[] alike in Groups(samples.Length, i => _steps[samples[i]], SameKinds))
        {
            Go(ImageBatch.Select(images, alike).alias(), Array.ConvertAll(alike, i => samples[i]), 0);
        }
    }

    /// <summary>All images as one tensor, in the order of their numbers.</summary>
    /// <exception cref="ArgumentException">They have different sizes.</exception>
    public Tensor Together()
    {
        (Tensor first, int[] samples) = _done[0];
        if (_done.Count == 1)
        {
            return first;
        }

        if (_done.Find(part => !part.Images.shape.AsSpan(1).SequenceEqual(first.shape.AsSpan(1))) is (Tensor other, _) different)
        {
            throw new ArgumentException(
                $"The images come out in different sizes, and one tensor holds one: image {samples[0]} is {ImageSize.Of(first)} and " +
                $"image {different.Samples[0]} is {ImageSize.Of(other)}. Pipeline.RunEach gives a list; square images, or a crop " +
                "at the end, keep one size.");
        }

        return ImageBatch.Join(_done);
    }

    /// <summary>Each image on its own, <c>C x H x W</c>.</summary>
    public Tensor[] Each()
    {
        var images = new Tensor[_steps.Length];
        foreach ((Tensor part, int[] samples) in _done)
        {
            foreach ((int i, Tensor image) in part.unbind().Index())
            {
                images[samples[i]] = image;
            }
        }

        return images;
    }

    private static bool IsSame(Augmentation one, Augmentation other) => ReferenceEquals(one, other) || one.Equals(other);

    /// <summary>The numbers below a count in groups of equal keys.</summary>
    private static int[][] Groups<T>(int count, Func<int, T> key, IEqualityComparer<T>? comparer = null) =>
        [.. Enumerable.Range(0, count).GroupBy(key, comparer).Select(group => group.ToArray())];

    private void Go(Tensor images, int[] samples, int step)
    {
        DrawnStep[] steps = _steps[samples[0]];
        while (step < steps.Length)
        {
            Resolve(images, samples, step);
            if (steps[step].Step is not GeometricAugmentation)
            {
                images = ApplyAlone(images, samples, step++);
                continue;
            }

            int first = step;
            step = GeometricRun.End(steps, first, out Sampling sampling);
            var before = ImageSize.Of(images);
            Placement[] placements = Array.ConvertAll(samples, sample => GeometricRun.Place(_steps[sample], first, step, before));
            int[][] groups = Groups(samples.Length, i => placements[i].After);
            foreach (int[] alike in groups.Skip(1))
            {
                Go(Move(images, samples, alike, placements, first, sampling), Array.ConvertAll(alike, i => samples[i]), step);
            }

            images = Move(images, samples, groups[0], placements, first, sampling);
            samples = Array.ConvertAll(groups[0], i => samples[i]);
        }

        _done.Add((images, samples));
    }

    /// <summary>Moves the chosen ones of some samples, by one exact step or one resample.</summary>
    private Tensor Move(Tensor images, int[] samples, int[] chosen, Placement[] placements, int step, Sampling sampling)
    {
        Tensor moved = ImageBatch.Select(images, chosen);
        return sampling.Interpolation is Interpolation interpolation
            ? Warp.Apply(moved, Array.ConvertAll(chosen, i => placements[i]), sampling with { Interpolation = _labels ?? interpolation })
            : _steps[samples[0]][step].Step.Apply(moved, Array.ConvertAll(chosen, i => _steps[samples[i]][step].Parameters));
    }

    private Tensor ApplyAlone(Tensor images, int[] samples, int step) => _labels is null
        ? _steps[samples[0]][step].Step.Apply(images, Array.ConvertAll(samples, sample => _steps[sample][step].Parameters))
        : images;

    private void Resolve(Tensor images, int[] samples, int step)
    {
        if (_labels is not null)
        {
            return;
        }

        Augmentation kind = _steps[samples[0]][step].Step;
        StepParameters[] resolved = kind.Resolve(images, Array.ConvertAll(samples, sample => _steps[sample][step].Parameters));
        foreach ((int i, int sample) in samples.Index())
        {
            _steps[sample][step] = new(kind, resolved[i]);
        }
    }
}
