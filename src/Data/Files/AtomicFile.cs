namespace GCnn.Data;

/// <summary>Files that are there whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file beside its final place (same directory, hidden name), flushes it to the disk, renames it and
    /// flushes the directory, so that a failure of power does not undo the name. A reader sees
    /// the old file or the new one, never a part; a failure leaves the old one as it was and no other file behind.</summary>
    /// <param name="path">Where the file shall be; its directory must exist.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file could not be written (full disk, no such directory, no permission); one sentence.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var full = Path.GetFullPath(path);
        var beside = Path.Combine(Path.GetDirectoryName(full) ?? "/", $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, full, overwrite: true);
            DirectorySync.Flush(Path.GetDirectoryName(full)!);
        }
        catch (Exception failure)
        {
            TryDelete(beside);
            if (failure is IOException or UnauthorizedAccessException)
                throw new IOException($"Could not write {full}: {failure.Message.Replace(beside, full, StringComparison.Ordinal)} "
                    + "Nothing was left behind.", failure);
            throw;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The failure that brought us here says more than this one; a directory that does not exist has nothing to delete.
        }
    }
}
