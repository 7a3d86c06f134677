using System.IO.Compression;

namespace GCnn.Data;

/// <summary>Opening a source of whatever format.</summary>
public abstract partial class ImageSource
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8];

    /// <summary>Opens a folder or a zip of pictures (JPEG, PNG; in a folder also FITS), one picture, or an HDF5, FITS, NPY, NPZ or IDX
    /// file, the last three also packed by gzip. The format is told from the content, never from the name.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="options">How it is read.</param>
    /// <exception cref="DataException">There is no such file, it has no known format, or it cannot be used as a whole.</exception>
    public static ImageSource Open(string path, SourceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= SourceOptions.Default;
        return Reading.Source(path, () =>
        {
            if (Directory.Exists(path))
                return new PictureSource(new FolderTree(path), "folder", options);
            return File.Exists(path) ? OpenFile(path, path, options) : throw new DataException($"There is no file or folder at '{path}'.");
        });
    }

    /// <summary>Opens what stands at a path, and calls it by the name that the user gave.</summary>
    private static ImageSource OpenFile(string location, string path, SourceOptions options)
    {
        var start = Beginning.Of(path);
        var plain = location == path;
        if (start.StartsWith(Unpacked.GzipMagic) && plain)
            return OpenGzip(location, options);
        if (plain && (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8)))
            return OpenZip(path, options);
        if (start.StartsWith(FitsFile.Magic))
            return new FitsSource(location, path, options);
        if (start.StartsWith(NpyHeader.Magic))
            return ArrayFileSource.Open(location, "NPY", File.OpenHandle(path, options: FileOptions.RandomAccess), NpyHeader.Read, options);
        if (IdxHeader.Begins(start))
            return IdxFile.Open(location, path, options);
        if (plain && (start.StartsWith(Png) || start.StartsWith(Jpeg)))
            return new PictureSource(new SingleFile(path), "picture", options);
        return Hdf5Superblock.Find(path) >= 0 ? new Hdf5Source(location, path, options) : throw Unknown(start);
    }

    private static ImageSource OpenZip(string path, SourceOptions options)
    {
        using var zip = Zip(path);
        return NpzFile.Is(zip) ? NpzFile.Open(zip, path, options) : new PictureSource(new ZipTree(path), "zip", options);
    }

    private static ZipArchive Zip(string path)
    {
        var file = File.OpenRead(path);
        try
        {
            var zip = new ZipArchive(file);
            _ = zip.Entries.Count;
            return zip;
        }
        catch (InvalidDataException broken)
        {
            file.Dispose();
            throw new InvalidDataException($"is no readable zip ({broken.Message.TrimEnd('.')})", broken);
        }
    }

    /// <summary>Opens what is packed: it is unpacked to a file that loses its name as soon as it is open.</summary>
    private static ImageSource OpenGzip(string location, SourceOptions options)
    {
        var unpacked = Unpacked.Gzip(location, options);
        try
        {
            return OpenFile(location, unpacked, options);
        }
        finally
        {
            File.Delete(unpacked);
        }
    }

    private static InvalidDataException Unknown(ReadOnlySpan<byte> start) => new(
        "has no format that is known here (a folder or zip of JPEG and PNG, HDF5, FITS, NPY, NPZ, IDX, one picture): "
        + $"it begins with {Convert.ToHexString(start[..8])}");
}
