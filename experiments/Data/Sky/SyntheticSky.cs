using GCnn.Augment;
using GCnn.Images;

namespace GCnn.Experiments.Data.Sky;

/// <summary>Galaxies made on the spot, for trying the command without data: Sersic profiles, disks with logarithmic arms of either hand, disks
/// seen edge-on, neighbours, seeing, noise, and the arcsinh stretch of SDSS pictures. Object <c>i</c> depends on the seed and on
/// <c>i</c> alone.</summary>
/// <remarks>Labels are true by construction, which real ones are not; scores here say that the software works, nothing about the sky.
/// Numbers come from <see cref="SampleStream"/>; only the mathematical functions of the machine can make a pixel differ by one.</remarks>
public sealed class SyntheticSky
{
    /// <summary>Objects of a set unless asked otherwise.</summary>
    public const int DefaultCount = 1_500;

    /// <summary>Side of a picture in pixels unless asked otherwise.</summary>
    public const int DefaultSide = 106;

    // The sky does not change from epoch to epoch.
    private const long Epoch = 0;

    /// <summary>Chooses the sky.</summary>
    /// <param name="seed">Another seed, another sky.</param>
    /// <param name="side">Side of the pictures in pixels, 16 to 1024.</param>
    public SyntheticSky(ulong seed, int side = DefaultSide)
    {
        if (side is < 16 or > 1024)
            throw new ArgumentOutOfRangeException(nameof(side), side, "SyntheticSky: the side of a picture must be from 16 to 1024 pixels.");
        (Seed, Side) = (seed, side);
    }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>Side of the pictures in pixels.</summary>
    public int Side { get; }

    /// <summary>Draws object number <paramref name="index"/>, from 0.</summary>
    public SkyObject Draw(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new SkyDraw(new SampleStream((long)Seed, Epoch, index)).Object(IdOf(index));
    }

    /// <summary>The id of object number <paramref name="index"/>.</summary>
    public string IdOf(int index) => $"synthetic-{Seed}-{index}";

    /// <summary>Takes an object's picture, <see cref="Side"/> x <see cref="Side"/> pixels.</summary>
    public RgbImage Picture(SkyObject sky)
    {
        ArgumentNullException.ThrowIfNull(sky);
        return SkyCamera.Expose(sky, Side);
    }

    /// <summary>Makes the set of those among the first <paramref name="count"/> objects that a task uses; the pictures go through the same
    /// resizing as real ones.</summary>
    /// <param name="count">Objects drawn, at least 1; handedness keeps about a third of them.</param>
    /// <param name="task">Which labels are used, and as what.</param>
    /// <param name="resize">Part of each picture that is kept, and the size it gets.</param>
    /// <param name="threads">Pictures made at a time, at least 1; the set does not depend on it.</param>
    /// <param name="progress">Told how far it has come; may be null.</param>
    /// <param name="cancellation">Stops the making.</param>
    public GalaxySet Make(
        int count,
        GalaxyTask task,
        CentreResize resize,
        int threads,
        IProgress<LoadProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(resize);
        SkyObject[] objects = [.. Enumerable.Range(0, count).Select(Draw).Where(sky => task.ClassOf(sky.Label) is not null)];
        GalaxyLoader.RefuseMoreThanMemory(objects.Length, resize);
        var images = new float[objects.Length][];
        var counter = new ProgressCounter(objects.Length, progress);
        Threads.For(objects.Length, threads, i =>
        {
            images[i] = resize.Apply(Picture(objects[i]));
            counter.Add(skipped: false);
        }, cancellation);
        return new(task, resize.Size, [.. objects.Select(sky => sky.Id)], [.. objects.Select(sky => task.ClassOf(sky.Label)!.Value)], images, []);
    }
}
