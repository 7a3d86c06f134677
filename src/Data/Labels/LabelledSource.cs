namespace GCnn.Data;

/// <summary>Images together with what is known of them.</summary>
/// <remarks>
/// Labels are looked for in this order: a CSV file that is named; <c>labels.csv</c> at the top of a folder or zip, or in the one folder
/// below it that has it; what the file of the images holds itself (<c>ans</c> of HDF5, labels of IDX and NPZ). A CSV with the column
/// <c>GalaxyID</c> is one of Galaxy Zoo's votes, where the image of an object is the file named after it; any other is in our form, where
/// each row names its image. In a file of numbered images the objects are the numbers.
/// </remarks>
public sealed class LabelledSource : IDisposable
{
    private LabelledSource(ImageSource images, Labels? labels, LabelMatch? match)
    {
        (Images, Labels) = (images, labels);
        (Numbers, Ids) = match is null
            ? (null, null)
            : (match.Images, match.Ids);
        ImagesWithoutLabel = match?.ImagesWithoutLabel ?? images.Count;
    }

    /// <summary>The images, labelled or not.</summary>
    public ImageSource Images { get; }

    /// <summary>The labels, or null where there are none.</summary>
    public Labels? Labels { get; }

    /// <summary>The numbers of the images that have a label, in their order; null where there are no labels.</summary>
    public IReadOnlyList<long>? Numbers { get; }

    /// <summary>The objects that those images are of; null where there are no labels.</summary>
    public IReadOnlyList<string>? Ids { get; }

    /// <summary>Images for which there is no label.</summary>
    public long ImagesWithoutLabel { get; }

    /// <summary>Opens images and finds their labels.</summary>
    /// <param name="path">The images, of any format.</param>
    /// <param name="labelsPath">A CSV file with the labels, or null to look for them.</param>
    /// <param name="columns">The columns of a table in our form, or null for the usual ones.</param>
    /// <param name="options">How the images are read, or null for the defaults.</param>
    /// <exception cref="DataException">Images or labels cannot be used, or do not belong together; one sentence.</exception>
    public static LabelledSource Open(string path, string? labelsPath = null, LabelColumns? columns = null, SourceOptions? options = null)
    {
        ImageSource images = ImageSource.Open(path, options);
        try
        {
            return LabelFile.Find(path, labelsPath) is { } file ? WithTable(images, file, columns ?? new LabelColumns()) : WithOwn(images);
        }
        catch
        {
            images.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Images.Dispose();

    private static LabelledSource WithTable(ImageSource images, LabelFile file, LabelColumns columns)
    {
        if (ObjectIds.AreVotes(file))
        {
            return Matched(images, GalaxyZooVotes.Parse(file.Content, file.Place), ObjectIds.OfVotes(images));
        }

        LabelTable table = LabelTable.Parse(file.Content, file.Place, columns);
        return Matched(images, table.ToLabels(), ObjectIds.OfTable(images, file, table));
    }

    private static LabelledSource WithOwn(ImageSource images)
    {
        if (images.ReadLabels() is not { } table)
        {
            return new LabelledSource(images, null, null);
        }

        string[] ids = [.. Numbered(images).Select(images.IdOf)];
        Labels labels = AreClasses(table)
            ? ClassLabels.FromNumbers(ids, Array.ConvertAll(table.Values, value => (int)value))
            : new NumberLabels(
                [.. Enumerable.Range(0, table.Width).Select(column => $"{column}")], ids,
                Array.ConvertAll(table.Values, value => (float)value));
        return Matched(images, labels, ObjectIds.Own(images));
    }

    private static LabelledSource Matched(ImageSource images, Labels labels, ObjectIds ids) =>
        new(images, labels, LabelMatch.Of(images.Location, Numbered(images).Select(i => ids[i]), labels));

    // One whole number from 0 for each image, and not so many that they cannot be classes.
    private static bool AreClasses(NumberTable table) =>
        table.Width == 1 && Array.TrueForAll(table.Values, value => value is >= 0 and < 65_536 && Math.Floor(value) == value);

    private static IEnumerable<long> Numbered(ImageSource images)
    {
        for (long i = 0; i < images.Count; i++)
        {
            yield return i;
        }
    }
}
