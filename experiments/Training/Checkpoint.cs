using System.Security.Cryptography;
using System.Text;
using GCnn.Experiments.Data;

namespace GCnn.Experiments.Training;

/// <summary>
/// A trainer on disk, after its last whole epoch: a magic word, the fingerprint of the run that made it, and the trainer's state. Files
/// are written beside and renamed, so a killed run leaves the checkpoint before or the one after, never a part.
/// </summary>
public static class Checkpoint
{
    private const string Magic = "GCnn galaxy checkpoint 1\n";

    /// <summary>A fingerprint of everything that decides what a run computes.</summary>
    /// <param name="facts">The facts, in a fixed order.</param>
    public static string Fingerprint(params IReadOnlyList<string> facts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', facts))));

    /// <summary>Writes a checkpoint.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="fingerprint">The run's fingerprint.</param>
    /// <param name="trainer">The trainer.</param>
    /// <exception cref="IOException">The file could not be written; one sentence, and the file before is still there.</exception>
    public static void Write(string path, string fingerprint, Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        AtomicFile.Write(path, stream =>
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            writer.Write(Encoding.ASCII.GetBytes(Magic));
            writer.Write(Encoding.ASCII.GetBytes(fingerprint));
            trainer.Save(writer);
        });
    }

    /// <summary>Reads a checkpoint of the same run into a trainer.</summary>
    /// <param name="path">Where from.</param>
    /// <param name="fingerprint">The run's fingerprint.</param>
    /// <param name="trainer">A trainer prepared as the one that was written.</param>
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
            using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            if (!ReadText(reader, Magic.Length).Equals(Magic, StringComparison.Ordinal))
            {
                throw new InvalidDataException("it does not begin like one");
            }

            if (!ReadText(reader, fingerprint.Length).Equals(fingerprint, StringComparison.Ordinal))
            {
                return false;
            }

            trainer.Load(reader);
            return true;
        }
        catch (Exception bad) when (bad is InvalidDataException or EndOfStreamException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path} is not a whole checkpoint ({bad.Message.TrimEnd('.')}). Delete it to train anew.", bad);
        }
    }

    private static string ReadText(BinaryReader reader, int length) => Encoding.ASCII.GetString(reader.ReadBytes(length));
}
