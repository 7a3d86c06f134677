using GCnn.Data;
using GCnn.Experiments.Ranks;
using GCnn.Images;

namespace GCnn.Experiments.Data;

/// <summary>Loads labelled images through a <see cref="StreamingLoader{T}"/>, and keeps them in memory where they fit.</summary>
public static class GalaxyLoader
{
    /// <summary>Of a hundred images, how many may be corrupt before the run is stopped.</summary>
    public const int CorruptPercentAllowed = LoaderOptions.DefaultBadPercentAllowed;

    /// <summary>Loads the images that a task uses, in the order of the table whatever the number of threads, into memory.</summary>
    /// <param name="archive">Where the images are.</param>
    /// <param name="table">The archive's labels.</param>
    /// <param name="task">Which labels are used, and as what.</param>
    /// <param name="resize">Part of each image that is kept, and the size it gets.</param>
    /// <param name="threads">Images decoded at a time, at least 1.</param>
    /// <param name="progress">Told how far it has come; may be null.</param>
    /// <param name="cancellation">Stops the loading.</param>
    /// <exception cref="DataException">An unknown class, a label without an image, nothing to learn from, too many corrupt images, or no
    /// libgd.</exception>
    public static GalaxySet Load(
        ImageArchive archive,
        LabelTable table,
        GalaxyTask task,
        CentreResize resize,
        int threads,
        IProgress<LoadProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        return Load(GalaxyObjects.Of(archive, table, task, resize), resize, threads, long.MaxValue, progress, null, cancellation);
    }

    /// <summary>Loads all objects once. Where their images take no more than some memory they are kept; else only what is known of them is,
    /// and images are read again each time they are asked for.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="resize">How their images are resized.</param>
    /// <param name="threads">Images decoded at a time, at least 1.</param>
    /// <param name="keepBytes">The memory that images may take.</param>
    /// <param name="progress">Told how far it has come; may be null.</param>
    /// <param name="ranks">
    /// Who load them together, each its own objects: all get the same set, and an image that another rank has is read when it is asked for.
    /// </param>
    /// <param name="cancellation">Stops the loading.</param>
    /// <exception cref="DataException">Too many corrupt images, or no libgd.</exception>
    public static GalaxySet Load(
        GalaxyObjects objects, CentreResize resize, int threads, long keepBytes, IProgress<LoadProgress>? progress = null,
        RankGroup? ranks = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objects);
        ArgumentNullException.ThrowIfNull(resize);
        ranks ??= RankGroup.Alone;
        int[] own = [.. Enumerable.Range(0, objects.Ids.Count).Where(i => ranks.Shard.Holds(objects.Ids[i]))];
        var counter = new ProgressCounter(own.Length, progress);
        var bad = new List<BadSample>();
        Dictionary<int, float[]>? kept = Bytes(own.Length, resize) <= keepBytes ? new(own.Length) : null;
        var options = new LoaderOptions
        {
            Threads = threads,
            BadPercentAllowed = CorruptPercentAllowed,
            Skipped = sample =>
            {
                bad.Add(sample with { Number = own[sample.Number] });
                counter.Add(skipped: true);
            },
        };
        using var loader = new StreamingLoader<float[]>(
            objects.Location, SampleOrder.Sequential(own.Length), i => objects.Read(own[i]), options, cancellation);
        foreach ((_, long number, float[] image) in loader.TakeAll())
        {
            kept?.Add(own[number], image);
            counter.Add(skipped: false);
        }

        BadSample[] lost = [.. ranks.Share(bad).SelectMany(part => part).OrderBy(sample => sample.Number)];
        int[] good = [.. Enumerable.Range(0, objects.Ids.Count).Except(lost.Select(sample => (int)sample.Number))];
        string[] ids = [.. good.Select(i => objects.Ids[i])];
        int[] classes = [.. good.Select(i => objects.Classes[i])];
        string[] skipped = [.. lost.Select(sample => sample.Reason)];
        float[][]? votes = objects.Votes is null ? null : [.. good.Select(i => objects.Votes[i])];
        return kept is null
            ? new GalaxySet(objects.Task, resize.Size, ids, classes, i => Again(objects, good[i]), skipped, threads) { Votes = votes }
            : ranks.IsParallel ? new GalaxySet(
                objects.Task, resize.Size, ids, classes, i => kept.GetValueOrDefault(good[i]) ?? Again(objects, good[i]), skipped,
                readers: 0) { Votes = votes }
            : new GalaxySet(objects.Task, resize.Size, ids, classes, [.. good.Select(i => kept[i])], skipped) { Votes = votes };
    }

    /// <summary>The memory that images take.</summary>
    internal static long Bytes(int count, CentreResize resize) => (long)count * resize.Length * sizeof(float);

    /// <summary>Refuses images that would not fit into the memory that is there.</summary>
    internal static void RefuseMoreThanMemory(int count, CentreResize resize)
    {
        var needed = Bytes(count, resize);
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (needed > available)
        {
            throw new DataException($"{count} images of {resize.Size}x{resize.Size} need {needed >> 20} MiB of memory and "
                + $"{available >> 20} MiB are there; use a smaller size.");
        }
    }

    // What was whole a while ago and is not now has changed under the run: its results would be of nothing in particular.
    private static float[] Again(GalaxyObjects objects, int index)
    {
        try
        {
            return objects.Read(index);
        }
        catch (SampleException bad)
        {
            throw new DataException($"The image of '{objects.Ids[index]}' could be read at first and cannot any more: {bad.Message}", bad);
        }
    }
}
