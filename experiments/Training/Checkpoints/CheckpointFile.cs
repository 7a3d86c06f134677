using System.Text;
using GCnn.Checkpoints;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>
/// A checkpoint as a safetensors file: the tensors of a trainer's state, and in the metadata what the net is, how far its training has
/// come and who wrote it. It is whole: every bit of it fits its checksum before anything of it is used.
/// </summary>
internal sealed class CheckpointFile : IDisposable
{
    // What checkpoints began with when they were no safetensors files.
    private const string Magic = "GCnn galaxy checkpoint ";

    private readonly string _path;
    private readonly SafeTensorsFile _file;

    private CheckpointFile(string path)
    {
        _path = path;
        _file = Clause(() => SafeTensors.Open(path));
        try
        {
            Clause(() =>
            {
                CheckpointMetadata.CheckVersion(Metadata);
                _file.Verify();
                return true;
            });
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Its metadata.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _file.Metadata;

    /// <summary>The fingerprint of the run that wrote it.</summary>
    public string Fingerprint => CheckpointMetadata.Fingerprint(Metadata);

    /// <summary>Opens a file and compares it with its checksum.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="InvalidDataException">It is no whole checkpoint; a clause that begins with <c>it</c>.</exception>
    /// <exception cref="NotSupportedException">Another version of the program wrote it; the message has no subject.</exception>
    public static CheckpointFile Open(string path)
    {
        using (FileStream file = File.OpenRead(path))
        {
            var start = new byte[Magic.Length];
            if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
                && Encoding.Latin1.GetString(start) == Magic)
            {
                throw new NotSupportedException("was written by an older version of gcnn");
            }
        }

        return new CheckpointFile(path);
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="fingerprint">The run's fingerprint.</param>
    /// <param name="header">What the net is.</param>
    /// <param name="state">What to write: all of a state, or a part.</param>
    public static void Write(string path, string fingerprint, CheckpointHeader header, TrainerState state) =>
        SafeTensors.Write(path, state.Tensors, CheckpointMetadata.Of(fingerprint, header, state));

    /// <summary>Reads the state, its tensors into the caller's dispose scope.</summary>
    /// <exception cref="InvalidDataException">Its description of the training is none; a clause.</exception>
    public TrainerState Read() => new(Clause(_file.ReadAll), CheckpointMetadata.Progress(Metadata));

    /// <summary>Copies the tensors of the net that is measured into a net.</summary>
    /// <exception cref="InvalidDataException">They do not fit; a clause.</exception>
    public void LoadInto(nn.Module net)
    {
        string best = CheckpointMetadata.IsFinished(Metadata) ? TrainerState.Best : TrainerState.Average;
        string[] prefixes = [best, TrainerState.Average, TrainerState.Net];
        string prefix = prefixes.First(part => part == TrainerState.Net || _file.Tensors.Any(Of(part)));
        Clause(() => _file.LoadInto(net, prefix));
    }

    /// <summary>The numbers that the net alone has in the file; its buffers are among them.</summary>
    public long NetNumbers => _file.Tensors.Where(Of(TrainerState.Net)).Sum(entry => entry.Bytes / sizeof(float));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static Func<TensorEntry, bool> Of(string prefix) => entry => entry.Name.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>The library names the file at the beginning of a sentence; here the sentence is a part of another.</summary>
    private T Clause<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException bad) when (bad.Message.StartsWith($"{_path} ", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"it {bad.Message[(_path.Length + 1)..].TrimEnd('.')}", bad);
        }
    }
}
