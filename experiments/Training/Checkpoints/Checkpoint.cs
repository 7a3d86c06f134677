using System.Security.Cryptography;
using System.Text;
using GCnn.Experiments.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>
/// A training on disk, between two steps: a safetensors file [SafeTensors2023] with the tensors of a <see cref="TrainerState"/> and, as
/// metadata, what the net is, how far it has come, the fingerprint of the run that made it and a SHA-256 (docs/checkpoints.md). A killed
/// run leaves the file before or the one after, never a part; one that was damaged later is refused before anything is loaded.
/// </summary>
public static class Checkpoint
{
    /// <summary>What the names of checkpoints end in.</summary>
    public const string Extension = ".safetensors";

    /// <summary>A fingerprint of everything that decides what a run computes.</summary>
    /// <param name="facts">The facts, in a fixed order.</param>
    public static string Fingerprint(params IReadOnlyList<string> facts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', facts))));

    /// <summary>Writes all of a state.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="fingerprint">The run's fingerprint.</param>
    /// <param name="header">What the net is.</param>
    /// <param name="state">The state.</param>
    /// <exception cref="IOException">The file could not be written; one sentence, and the file before is still there.</exception>
    public static void Write(string path, string fingerprint, CheckpointHeader header, TrainerState state)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(state);
        CheckpointFile.Write(path, fingerprint, header, state);
    }

    /// <summary>Writes the net that is measured, without what only its training needs; it cannot be gone on from.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="fingerprint">The run's fingerprint.</param>
    /// <param name="header">What the net is.</param>
    /// <param name="state">The state.</param>
    /// <exception cref="IOException">The file could not be written; one sentence, and the file before is still there.</exception>
    public static void WriteNet(string path, string fingerprint, CheckpointHeader header, TrainerState state)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(state);
        Dictionary<string, Tensor> net = state.Measured.ToDictionary(entry => TrainerState.Net + entry.Key, entry => entry.Value);
        CheckpointFile.Write(path, fingerprint, header, state with { Tensors = net });
    }

    /// <summary>Reads a state.</summary>
    /// <param name="path">Where from.</param>
    /// <param name="fingerprint">The run's fingerprint.</param>
    /// <param name="restore">Takes the state, whose tensors live until it returns.</param>
    /// <returns>Whether it was of that run; the state of another is not read.</returns>
    /// <exception cref="InvalidDataException">The file is no checkpoint or damaged, or does not fit; one sentence.</exception>
    public static bool TryRead(string path, string fingerprint, Action<TrainerState> restore) =>
        TryRead(path, fingerprint, restore, "Delete it to train anew.");

    /// <summary>Reads a state, with another advice where it cannot be read.</summary>
    internal static bool TryRead(string path, string fingerprint, Action<TrainerState> restore, string advice)
    {
        ArgumentNullException.ThrowIfNull(restore);
        return Whole(path, advice, "delete it to train again", file =>
        {
            if (file.Fingerprint != fingerprint)
            {
                return false;
            }

            using DisposeScope scope = NewDisposeScope();
            restore(file.Read());
            return true;
        });
    }

    /// <summary>Builds the net of a checkpoint, whatever run wrote it, with the weights that are measured.</summary>
    /// <param name="path">Where from.</param>
    /// <returns>The net, what it is, and how many epochs it was trained for.</returns>
    /// <exception cref="InvalidDataException">The file is no checkpoint or damaged; one sentence.</exception>
    public static (CheckpointHeader Header, GalaxyNet Net, int Epochs) ReadNet(string path) =>
        Whole(path, "Give a file that gcnn galaxy --out has written.", "train again", file =>
        {
            CheckpointHeader header = CheckpointHeader.Read(file.Metadata);
            if (file.NetNumbers < header.Parameters)
            {
                throw new InvalidDataException(
                    $"its widths make a net of {header.Parameters} parameters, and it holds {file.NetNumbers} numbers");
            }

            int epochs = CheckpointMetadata.Epochs(file.Metadata);
            var net = new GalaxyNet(header.Model.Groups, header.Widths, header.Task.Outputs);
            try
            {
                file.LoadInto(net);
                return (header, net, epochs);
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
            using CheckpointFile file = CheckpointFile.Open(path);
            return read(file);
        }
        catch (NotSupportedException other)
        {
            throw new InvalidDataException($"{path} {other.Message}; {again}.", other);
        }
        catch (InvalidDataException bad)
        {
            throw new InvalidDataException($"{path} is not a whole checkpoint ({bad.Message.TrimEnd('.')}). {advice}", bad);
        }
    }
}
