using GCnn.Data;
using GCnn.Images;

namespace GCnn.Experiments.Data;

/// <summary>The objects of a source that a task uses, and how their images are read.</summary>
/// <param name="Location">The source.</param>
/// <param name="Format">Its format.</param>
/// <param name="Task">The task.</param>
/// <param name="Ids">The objects' ids.</param>
/// <param name="Classes">The objects' classes.</param>
/// <param name="Read">Reads the image of an object by its place here, as planes red, green, blue; throws <see cref="SampleException"/> for a
/// bad one. Safe from several threads.</param>
public sealed record GalaxyObjects(
    string Location, string Format, GalaxyTask Task, IReadOnlyList<string> Ids, IReadOnlyList<int> Classes, Func<int, float[]> Read)
{
    /// <summary>The objects' fractions of votes; null where the task is about classes.</summary>
    public IReadOnlyList<float[]>? Votes { get; init; }

    /// <summary>Those of an archive with a table of labels in our form.</summary>
    /// <param name="archive">The archive; it must stay open while images are read.</param>
    /// <param name="table">Its labels.</param>
    /// <param name="task">Which labels are used, and as what.</param>
    /// <param name="resize">Part of each image that is kept, and the size it gets.</param>
    /// <exception cref="DataException">An unknown class, a label without an image, or nothing to tell apart.</exception>
    public static GalaxyObjects Of(ImageArchive archive, LabelTable table, GalaxyTask task, CentreResize resize)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(resize);
        GalaxyTask known = task == GalaxyTask.AsLabelled ? GalaxyTask.Of(table.ToLabels().Names) : task;
        RequireKnown(archive, table, known);
        LabelRow[] lost = [.. table.Rows.Where(row => !archive.Contains(row.File))];
        if (lost.Length > 0)
        {
            throw new DataException($"{lost.Length} of {table.Rows.Count} labels of '{archive.Location}' have no image, "
                + $"the first '{lost[0].File}' (line {lost[0].Line}); paths are relative to {ImageArchive.LabelsName}.");
        }

        LabelRow[] used = [.. table.Rows.Where(row => known.ClassOf(row.Label) is not null)];
        string format = Directory.Exists(archive.Location) ? "folder" : "zip";
        return new GalaxyObjects(
            archive.Location, format, known, [.. used.Select(row => row.ObjectId)],
            [.. used.Select(row => known.ClassOf(row.Label)!.Value)], i => Decode(archive, used[i].File, resize)).Checked();
    }

    /// <summary>Those of any source with labels.</summary>
    /// <param name="source">The source; it must stay open while images are read.</param>
    /// <param name="task">Which classes are used, and as what.</param>
    /// <param name="resize">Part of each image that is kept, and the size it gets.</param>
    /// <exception cref="DataException">There are no classes, one is unknown, or nothing to tell apart.</exception>
    public static GalaxyObjects Of(LabelledSource source, GalaxyTask task, CentreResize resize)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(resize);
        if (task == GalaxyTask.Votes)
        {
            return OfVotes(source, resize);
        }

        ImageSource images = source.Images;
        ClassLabels labels = ClassesOf(source);
        GalaxyTask known = task == GalaxyTask.AsLabelled ? GalaxyTask.Of(labels.Names) : task;
        if (labels.Names.FirstOrDefault(name => !known.Knows(name)) is { } unknown)
        {
            throw new DataException(
                $"'{images.Location}' has the class '{unknown}', which the task {task} does not know (known are " +
                $"{string.Join(", ", GalaxyLabel.All)}); --task {GalaxyTask.AsLabelled} takes the classes as they are.");
        }

        (long Number, string Id, int Class)[] used =
        [
            .. source.Numbers!.Zip(source.Ids!)
                .Where(pair => labels.Contains(pair.Second))
                .Select(pair => (pair.First, pair.Second, Class: known.ClassOf(labels.Names[labels.ClassOf(pair.Second)])))
                .Where(row => row.Class is not null)
                .Select(row => (row.First, row.Second, row.Class!.Value)),
        ];
        return new GalaxyObjects(
            images.Location, images.Format, known, [.. used.Select(row => row.Id)], [.. used.Select(row => row.Class)],
            i => StoredImage.Read(images, used[i].Number, resize)).Checked();
    }

    private static GalaxyObjects OfVotes(LabelledSource source, CentreResize resize)
    {
        ImageSource images = source.Images;
        if (source.Labels is not NumberLabels votes || !votes.Columns.SequenceEqual(GalaxyZooVotes.Columns) || source.Ids!.Count == 0)
        {
            throw new DataException(
                $"'{images.Location}' has no fractions of votes; --task {GalaxyTask.Votes} needs Galaxy Zoo 2's table, with " +
                $"{GalaxyZooVotes.IdColumn} and {GalaxyZooVotes.Columns.Count} columns, of its images: give it by --labels.");
        }

        float[][] fractions = [.. source.Ids.Select(id => votes.NumbersOf(id).ToArray())];
        long[] numbers = [.. source.Numbers!];
        return new GalaxyObjects(
            images.Location, images.Format, GalaxyTask.Votes, [.. source.Ids], [.. fractions.Select(Leading)],
            i => resize.Apply(SkyStretch.Picture(images.Location, images.IdOf(numbers[i]), images.Read(numbers[i]))))
        {
            Votes = fractions,
        };
    }

    // The answer to the first question with most votes.
    private static int Leading(float[] fractions) =>
        Enumerable.Range(0, GalaxyTask.Votes.Classes.Count).MaxBy(answer => fractions[answer]);

    private static ClassLabels ClassesOf(LabelledSource source) => source.Labels switch
    {
        ClassLabels classes => classes,
        NumberLabels votes when votes.Columns.SequenceEqual(GalaxyZooVotes.Columns) =>
            votes.ByThreshold(GalaxyZooVotes.SmoothFeaturedEdgeOn()),
        NumberLabels numbers => throw new DataException(
            $"The labels of '{source.Images.Location}' are {numbers.Columns.Count} numbers for each object, and classes are needed; give " +
            "a CSV of them by --labels."),
        _ => throw new DataException($"'{source.Images.Location}' has no labels; give a CSV of them by --labels."),
    };

    private static void RequireKnown(ImageArchive archive, LabelTable table, GalaxyTask task)
    {
        if (table.Rows.FirstOrDefault(row => !task.Knows(row.Label)) is { } unknown)
        {
            throw new DataException($"{ImageArchive.LabelsName} of '{archive.Location}' gives '{unknown.ObjectId}' the class "
                + $"'{unknown.Label}' in line {unknown.Line}; known are {string.Join(", ", GalaxyLabel.All)}.");
        }
    }

    private static float[] Decode(ImageArchive archive, string file, CentreResize resize)
    {
        try
        {
            return resize.Apply(ImageCodec.Decode(archive.Read(file)));
        }
        catch (Exception bad) when (bad is ImageException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"{file} {bad.Message}", bad);
        }
        catch (DllNotFoundException missing)
        {
            throw new DataException(missing.Message, missing);
        }
    }

    private GalaxyObjects Checked() => Classes.Distinct().Count() > 1
        ? this
        : throw new DataException(
            $"'{Location}' has {Ids.Count} objects for the task {Task} (classes {string.Join(", ", Task.Classes)}), of fewer than two " +
            "classes; there is nothing to tell apart.");
}
