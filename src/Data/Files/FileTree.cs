namespace GCnn.Data;

/// <summary>Files below one place, read in place: a folder, a zip, or one file by itself. Names are relative, with '/' between their parts.
/// Reading is safe from several threads.</summary>
internal abstract class FileTree(string location) : IDisposable
{
    /// <summary>Most bytes of one file that are read; more is refused before anything is allocated.</summary>
    public const long MaximumFileBytes = 64 * 1024 * 1024;

    /// <summary>The folder, zip or file, as it was given.</summary>
    public string Location => location;

    /// <summary>Every file, in the order of the characters' codes.</summary>
    public abstract IEnumerable<string> Names();

    public abstract bool Has(string name);

    /// <summary>The folders directly below the top that hold a file of this name.</summary>
    public abstract IReadOnlyList<string> FoldersWith(string file);

    /// <summary>Reads one file whole.</summary>
    /// <exception cref="InvalidDataException">It is too large or damaged; the message is a clause with the file as its subject.</exception>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    public abstract byte[] Read(string name);

    /// <summary>Where the file system has it; null inside a zip.</summary>
    public virtual string? PathOf(string name) => null;

    /// <summary>Opens a folder or a zip.</summary>
    /// <exception cref="DataException">There is no such path, it cannot be read, or it is neither.</exception>
    public static FileTree Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            if (Directory.Exists(path))
                return new FolderTree(path);
            return File.Exists(path) ? new ZipTree(path) : throw new DataException($"There is no folder or zip at '{path}'.");
        }
        catch (InvalidDataException notAZip)
        {
            throw new DataException($"'{path}' is neither a folder nor a readable zip: {notAZip.Message}", notAZip);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"'{path}' cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Room for a file of a declared length, after checking that it may be allocated.</summary>
    protected static byte[] Allocate(long declared) => declared <= MaximumFileBytes
        ? new byte[declared]
        : throw new InvalidDataException($"is {declared} bytes long; at most {MaximumFileBytes} are read");

    /// <summary>Whether a stream has exactly as many bytes as there is room for, which are then there.</summary>
    protected static bool Fills(Stream stream, byte[] room) =>
        stream.ReadAtLeast(room, room.Length, throwOnEndOfStream: false) == room.Length && stream.ReadByte() < 0;

    /// <summary>A file read whole.</summary>
    protected static byte[] ReadWhole(FileInfo file)
    {
        using var stream = file.OpenRead();
        var bytes = Allocate(stream.Length);
        return Fills(stream, bytes) ? bytes : throw OfOtherLength(bytes);
    }

    protected static InvalidDataException OfOtherLength(byte[] room) => new($"is not as long as it says ({room.Length} bytes)");
}
