using System.Security.Cryptography;
using System.Text;
using GCnn.Experiments.Data;

namespace GCnn.Experiments.Training;

/// <summary>
/// A trainer on disk, after its last whole epoch: a magic word, the fingerprint of the run that made it, the SHA-256 of what follows, and
/// the trainer's state. Files are written beside and renamed, so a killed run leaves the checkpoint before or the one after, never a
/// part; a file that was damaged later does not fit its SHA-256 and is refused before anything is loaded.
/// </summary>
public static class Checkpoint
{
    private const string Magic = "GCnn galaxy checkpoint 2\n";
    private const int HashLength = 2 * SHA256.HashSizeInBytes;

    /// <summary>A fingerprint of everything that decides what a run computes.</summary>
    /// <param name="facts">The facts, in a fixed order.</param>
    public static string Fingerprint(params IReadOnlyList<string> facts) => Hash(Encoding.UTF8.GetBytes(string.Join('\n', facts)));

    /// <summary>Writes a checkpoint.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="fingerprint">The run's fingerprint.</param>
    /// <param name="trainer">The trainer.</param>
    /// <exception cref="IOException">The file could not be written; one sentence, and the file before is still there.</exception>
    public static void Write(string path, string fingerprint, Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        using var state = new MemoryStream();
        using (var writer = new BinaryWriter(state, Encoding.UTF8, leaveOpen: true))
        {
            trainer.Save(writer);
        }

        byte[] bytes = state.ToArray();
        AtomicFile.Write(path, stream =>
        {
            stream.Write(Encoding.ASCII.GetBytes(Magic + fingerprint + Hash(bytes)));
            stream.Write(bytes);
        });
    }

    /// <summary>Reads a checkpoint of the same run into a trainer.</summary>
    /// <param name="path">Where from.</param>
    /// <param name="fingerprint">The run's fingerprint.</param>
    /// <param name="trainer">A trainer prepared as the one that was written; after an exception it must not be used.</param>
    /// <returns>Whether there was one; a checkpoint of another run is not used.</returns>
    /// <exception cref="InvalidDataException">The file is no checkpoint or damaged; one sentence.</exception>
    public static bool TryRead(string path, string fingerprint, Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            byte[]? state = StateOf(path, fingerprint);
            if (state is null)
            {
                return false;
            }

            using var reader = new BinaryReader(new MemoryStream(state), Encoding.UTF8);
            trainer.Load(reader);
            return reader.BaseStream.Position == state.Length ? true : throw new InvalidDataException("it is longer than its state");
        }
        catch (Exception bad) when (bad is InvalidDataException or EndOfStreamException or ArgumentException or InvalidOperationException
            or FormatException or OverflowException)
        {
            throw new InvalidDataException($"{path} is not a whole checkpoint ({bad.Message.TrimEnd('.')}). Delete it to train anew.", bad);
        }
    }

    // The state, or null for that of another run.
    private static byte[]? StateOf(string path, string fingerprint)
    {
        using FileStream file = File.OpenRead(path);
        if (Text(file, Magic.Length) != Magic)
        {
            throw new InvalidDataException("it does not begin like one");
        }

        if (Text(file, HashLength) != fingerprint)
        {
            return null;
        }

        string hash = Text(file, HashLength);
        if (file.Length - file.Position > Array.MaxLength)
        {
            throw new InvalidDataException($"it has {file.Length} bytes");
        }

        var state = new byte[file.Length - file.Position];
        file.ReadExactly(state);
        return Hash(state) == hash ? state : throw new InvalidDataException("it does not fit its checksum");
    }

    private static string Text(FileStream file, int length)
    {
        var bytes = new byte[length];
        return file.ReadAtLeast(bytes, length, throwOnEndOfStream: false) == length
            ? Encoding.Latin1.GetString(bytes)
            : throw new InvalidDataException("it ends too early");
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
