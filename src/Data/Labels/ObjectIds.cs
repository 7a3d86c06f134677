namespace GCnn.Data;

/// <summary>Which object each image of a source is of, by a table of labels where there is one; what the labels say is not looked
/// at.</summary>
/// <remarks>The table is looked for as <see cref="LabelledSource"/> does. In Galaxy Zoo's votes the image of an object is the file named
/// after it; in a table in our form each row names its image; without a table an image is its own object.</remarks>
public sealed class ObjectIds
{
    private readonly Func<long, string?> _of;

    private ObjectIds(Func<long, string?> of) => _of = of;

    /// <summary>The object of an image; null where the table has none for it.</summary>
    /// <param name="image">The image's number.</param>
    public string? this[long image] => _of(image);

    /// <summary>Finds the objects of images.</summary>
    /// <param name="images">The images; they must stay open.</param>
    /// <param name="labelsPath">A CSV file with the ids, or null to look for one.</param>
    /// <param name="columns">The columns of a table in our form, or null for the usual ones; that of the label may be missing.</param>
    /// <exception cref="DataException">The table cannot be used; one sentence.</exception>
    public static ObjectIds Of(ImageSource images, string? labelsPath = null, LabelColumns? columns = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (LabelFile.Find(images.Location, labelsPath) is not { } file)
        {
            return Own(images);
        }

        if (AreVotes(file))
        {
            return OfVotes(images);
        }

        columns ??= new LabelColumns();
        LabelTable table = LabelTable.Parse(file.Content, file.Place, columns with { Label = columns.ObjectId });
        return OfTable(images, file, table);
    }

    /// <summary>Whether a table is one of Galaxy Zoo's votes.</summary>
    internal static bool AreVotes(LabelFile file) => CsvTable.Has(file.Content, file.Place, GalaxyZooVotes.IdColumn);

    /// <summary>Images that are their own objects.</summary>
    internal static ObjectIds Own(ImageSource images) => new(images.IdOf);

    /// <summary>The objects of images that are named after them.</summary>
    internal static ObjectIds OfVotes(ImageSource images) => new(i => Path.GetFileNameWithoutExtension(images.IdOf(i)));

    /// <summary>The objects of images that a table names.</summary>
    internal static ObjectIds OfTable(ImageSource images, LabelFile file, LabelTable table)
    {
        var objectOf = table.Rows.ToDictionary(row => file.Folder + row.File, row => row.ObjectId, StringComparer.Ordinal);
        return new ObjectIds(i => objectOf.GetValueOrDefault(images.IdOf(i)));
    }
}
