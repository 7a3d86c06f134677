using GCnn.Data;
using GCnn.Images;

namespace GCnn.Experiments.Data;

/// <summary>Loads labelled images from an archive.</summary>
public static class GalaxyLoader
{
    /// <summary>Of a hundred images, how many may be corrupt before the run is stopped.</summary>
    public const int CorruptPercentAllowed = 5;

    /// <summary>Loads the images that a task uses, in the order of the table whatever the number of threads.</summary>
    /// <param name="archive">Where the images are.</param>
    /// <param name="table">The archive's labels.</param>
    /// <param name="task">Which labels are used, and as what.</param>
    /// <param name="resize">Part of each image that is kept, and the size it gets.</param>
    /// <param name="threads">Images decoded at a time, at least 1.</param>
    /// <param name="progress">Told how far it has come; may be null.</param>
    /// <param name="cancellation">Stops the loading.</param>
    /// <exception cref="DataException">An unknown class, a label without an image, nothing to learn from, too many corrupt images,
    /// more pixels than memory, or no libgd.</exception>
    public static GalaxySet Load(
        ImageArchive archive,
        LabelTable table,
        GalaxyTask task,
        CentreResize resize,
        int threads,
        IProgress<LoadProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(resize);
        var rows = Used(archive, table, task);
        RefuseMoreThanMemory(rows.Length, resize);
        var images = new float[rows.Length][];
        var failures = new string?[rows.Length];
        var counter = new ProgressCounter(rows.Length, progress);
        Threads.For(rows.Length, threads, i =>
        {
            (images[i], failures[i]) = TryLoad(archive, rows[i].Row.File, resize);
            counter.Add(failures[i] is not null);
        }, cancellation);
        return Gather(archive, task, resize, rows, images, failures);
    }

    /// <summary>The rows the task uses, after every row was found to have a known class and an image.</summary>
    private static (LabelRow Row, int Class)[] Used(ImageArchive archive, LabelTable table, GalaxyTask task)
    {
        if (table.Rows.FirstOrDefault(row => !GalaxyLabel.All.Contains(row.Label)) is { } unknown)
        {
            throw new DataException($"{ImageArchive.LabelsName} of '{archive.Location}' gives '{unknown.ObjectId}' the class "
                + $"'{unknown.Label}' in line {unknown.Line}; known are {string.Join(", ", GalaxyLabel.All)}.");
        }

        var lost = table.Rows.Where(row => !archive.Contains(row.File)).ToArray();
        if (lost.Length > 0)
        {
            throw new DataException($"{lost.Length} of {table.Rows.Count} labels of '{archive.Location}' have no image, "
                + $"the first '{lost[0].File}' (line {lost[0].Line}); paths are relative to {ImageArchive.LabelsName}.");
        }

        var used = table.Rows.Where(row => task.ClassOf(row.Label) is not null).Select(row => (row, task.ClassOf(row.Label)!.Value)).ToArray();
        return used.DistinctBy(pair => pair.Value).Count() > 1 ? used : throw TooFewClasses(archive, task, used.Length);
    }

    private static DataException TooFewClasses(ImageArchive archive, GalaxyTask task, int objects) =>
        new($"'{archive.Location}' has {objects} objects for the task {task} (classes {string.Join(", ", task.Classes)}), "
            + "of fewer than two classes; there is nothing to tell apart.");

    /// <summary>Refuses images that would not fit into the memory that is there.</summary>
    internal static void RefuseMoreThanMemory(int count, CentreResize resize)
    {
        var needed = (long)count * resize.Length * sizeof(float);
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (needed > available)
        {
            throw new DataException($"{count} images of {resize.Size}x{resize.Size} need {needed >> 20} MiB of memory and "
                + $"{available >> 20} MiB are there; use a smaller size.");
        }
    }

    private static (float[] Image, string? Failure) TryLoad(ImageArchive archive, string file, CentreResize resize)
    {
        try
        {
            return (resize.Apply(ImageCodec.Decode(archive.Read(file))), null);
        }
        catch (Exception bad) when (bad is ImageException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return ([], bad.Message);
        }
        catch (DllNotFoundException missing)
        {
            throw new DataException(missing.Message, missing);
        }
    }

    private static GalaxySet Gather(
        ImageArchive archive, GalaxyTask task, CentreResize resize, (LabelRow Row, int Class)[] rows, float[][] images, string?[] failures)
    {
        SkippedImage[] skipped = [.. rows.Zip(failures).Where(p => p.Second is not null).Select(p => new SkippedImage(p.First.Row.File, p.Second!))];
        if (skipped.Length * 100L > (long)CorruptPercentAllowed * rows.Length)
        {
            throw new DataException($"{skipped.Length} of {rows.Length} images of '{archive.Location}' cannot be read, more than "
                + $"{CorruptPercentAllowed} %; the first: {skipped[0]}.");
        }

        int[] kept = [.. Enumerable.Range(0, rows.Length).Where(i => failures[i] is null)];
        return new(task, resize.Size, [.. kept.Select(i => rows[i].Row.ObjectId)], [.. kept.Select(i => rows[i].Class)],
            [.. kept.Select(i => images[i])], skipped);
    }
}
