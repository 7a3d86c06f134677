using GCnn.Images;

namespace GCnn.Data;

/// <summary>A set of images that are read one at a time, whatever its format and however large it is.</summary>
public abstract partial class ImageSource : IDisposable
{
    /// <summary>Says where the images are and in what form.</summary>
    /// <param name="location">The file or folder as it was given.</param>
    /// <param name="format">The format, as a person would name it.</param>
    protected ImageSource(string location, string format)
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentNullException.ThrowIfNull(format);
        (Location, Format) = (location, format);
    }

    /// <summary>The file or folder, as it was given.</summary>
    public string Location { get; }

    /// <summary>The format, as a person would name it: "HDF5", "folder".</summary>
    public string Format { get; }

    /// <summary>Samples in the source, at least 1; those that turn out to be unreadable are among them.</summary>
    public abstract long Count { get; }

    /// <summary>The unique name of a sample: its path in a folder or zip, its number in a file of numbered images.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public abstract string IdOf(long index);

    /// <summary>Reads one image, and nothing but that image. Safe from several threads.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="SampleException">This image cannot be used; others may be.</exception>
    public abstract Planes Read(long index);

    /// <summary>Reads one image as the picture of eight bits that it is, which for pictures is several times faster than their
    /// <see cref="Planes"/>; null where it is one of other numbers. Safe from several threads.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="SampleException">This image cannot be used; others may be.</exception>
    public virtual RgbImage? ReadPicture(long index) => null;

    /// <summary>The labels that the source itself carries (HDF5, NPZ, IDX), in the order of its samples; null where it carries
    /// none.</summary>
    /// <exception cref="DataException">They cannot be read, or are not one for each sample.</exception>
    public virtual NumberTable? ReadLabels() => null;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the source holds open.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Refuses an index that is no sample's.</summary>
    private protected void Require(long index)
    {
        if (index < 0 || index >= Count)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"'{Location}' has {Count} samples, numbered from 0.");
    }
}
