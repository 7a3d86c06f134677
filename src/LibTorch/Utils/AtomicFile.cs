namespace TorchSharp;

/// <summary>Writes beside a file and renames, so that a reader never meets half of it and a failure leaves the old one.</summary>
internal static class AtomicFile
{
    internal static void Write(string location, Action<Stream> write)
    {
        var beside = $"{location}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = File.Create(beside))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, location, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
