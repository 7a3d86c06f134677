using System.Text;
using GCnn.Experiments.Models;

namespace GCnn.Experiments.Training;

/// <summary>
/// A trainer on disk, after its last whole epoch: the fingerprint of the run that made it, what its net is, and the trainer's state,
/// under a SHA-256. Files are written beside and renamed, so a killed run leaves the checkpoint before or the one after, never a part; a
/// file that was damaged later does not fit its SHA-256 and is refused before anything is loaded.
/// </summary>
public static class Checkpoint
{
    /// <summary>A fingerprint of everything that decides what a run computes.</summary>
    /// <param name="facts">The facts, in a fixed order.</param>
    public static string Fingerprint(params IReadOnlyList<string> facts) =>
        CheckpointFile.Hash(Encoding.UTF8.GetBytes(string.Join('\n', facts)));

    /// <summary>Writes a checkpoint.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="fingerprint">The run's fingerprint.</param>
    /// <param name="header">What the trainer's net is.</param>
    /// <param name="trainer">The trainer.</param>
    /// <exception cref="IOException">The file could not be written; one sentence, and the file before is still there.</exception>
    public static void Write(string path, string fingerprint, CheckpointHeader header, Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(trainer);
        using var state = new MemoryStream();
        using (var writer = new BinaryWriter(state, Encoding.UTF8, leaveOpen: true))
        {
            trainer.Save(writer);
        }

        CheckpointFile.Write(path, fingerprint, header, state.ToArray());
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
        return File.Exists(path) && Whole(path, "Delete it to train anew.", "delete it to train again", file =>
        {
            if (file.Fingerprint != fingerprint)
            {
                return false;
            }

            using var reader = new BinaryReader(new MemoryStream(file.Read().State), Encoding.UTF8);
            trainer.Load(reader);
            return reader.BaseStream.Position == reader.BaseStream.Length
                ? true
                : throw new InvalidDataException("it is longer than its state");
        });
    }

    /// <summary>Builds the net of a checkpoint, whatever run wrote it, with its trained weights.</summary>
    /// <param name="path">Where from.</param>
    /// <returns>The net, what it is, and how many epochs it was trained for.</returns>
    /// <exception cref="InvalidDataException">The file is no checkpoint or damaged; one sentence.</exception>
    public static (CheckpointHeader Header, GalaxyNet Net, int Epochs) ReadNet(string path) =>
        Whole(path, "Give a file that gcnn galaxy --out has written.", "train again", file =>
        {
            (CheckpointHeader header, byte[] state) = file.Read();
            using var reader = new BinaryReader(new MemoryStream(state), Encoding.UTF8);
            var net = new GalaxyNet(header.Model.Groups, header.Widths, header.Task.Classes.Count);
            try
            {
                return (header, net, Trainer.LoadNet(reader, net).Epochs);
            }
            catch
            {
                net.Dispose();
                throw;
            }
        });

    private static T Whole<T>(string path, string advice, string again, Func<CheckpointFile, T> read)
    {
        try
        {
            using var file = CheckpointFile.Open(path);
            return read(file);
        }
        catch (NotSupportedException other)
        {
            throw new InvalidDataException($"{path} {other.Message}; {again}.", other);
        }
        catch (Exception bad) when (bad is InvalidDataException or EndOfStreamException or ArgumentException or InvalidOperationException
            or FormatException or OverflowException)
        {
            throw new InvalidDataException($"{path} is not a whole checkpoint ({bad.Message.TrimEnd('.')}). {advice}", bad);
        }
    }
}
