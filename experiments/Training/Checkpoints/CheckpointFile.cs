using System.Text;
using System.Text.Json.Nodes;
using GCnn.Checkpoints;
using GCnn.Experiments.Reports;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>
/// A checkpoint as a safetensors file: the tensors of a trainer's state, and in the metadata what the net is, how far its training has
/// come and who wrote it. It is whole: every bit of it fits its checksum before anything of it is used.
/// </summary>
internal sealed class CheckpointFile : IDisposable
{
    private const int Version = 4;
    private const string VersionName = "gcnn";

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
                CheckVersion();
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
    public string Fingerprint => Metadata.GetValueOrDefault("fingerprint", "");

    /// <summary>Opens a file and compares it with its checksum.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="InvalidDataException">It is no whole checkpoint; a clause that begins with <c>it</c>.</exception>
    /// <exception cref="NotSupportedException">Another version of the program wrote it, which the message says without a subject.</exception>
    public static CheckpointFile Open(string path)
    {
        using (FileStream file = File.OpenRead(path))
        {
            var start = new byte[Magic.Length];
            if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && Encoding.Latin1.GetString(start) == Magic)
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
    public static void Write(string path, string fingerprint, CheckpointHeader header, TrainerState state)
    {
        // History and configuration stand for themselves, for readers who look for them.
        JsonObject progress = state.Progress.DeepClone().AsObject();
        Dictionary<string, string> metadata = new()
        {
            ["format"] = "pt",
            [VersionName] = $"checkpoint {Version}",
            ["fingerprint"] = fingerprint,
            ["epoch"] = $"{state.Epochs}",
            ["step"] = $"{StateJson.Whole(state.Progress, "step")}",
            ["provenance"] = new JsonObject
            {
                ["version"] = Provenance.Version, ["engine"] = Provenance.Engine, ["machine"] = Provenance.Machine,
            }.ToJsonString(),
        };
        foreach (string part in (string[])["config", "history"])
        {
            if (progress.Remove(part, out JsonNode? node) && node is not null)
            {
                metadata[part] = node.ToJsonString();
            }
        }

        metadata["progress"] = progress.ToJsonString();
        header.AddTo(metadata);
        SafeTensors.Write(path, state.Tensors, metadata);
    }

    /// <summary>Reads the state, its tensors into the caller's dispose scope.</summary>
    /// <exception cref="InvalidDataException">Its description of the training is none; a clause.</exception>
    public TrainerState Read()
    {
        JsonObject progress = StateJson.Read(() =>
        {
            JsonObject json = JsonNode.Parse(Metadata["progress"])!.AsObject();
            foreach (string part in (string[])["config", "history"])
            {
                json[part] = Metadata.TryGetValue(part, out string? text) ? JsonNode.Parse(text) : null;
            }

            return json;
        });
        return new TrainerState(Clause(_file.ReadAll), progress);
    }

    /// <summary>Copies the tensors of the net that is measured into a net.</summary>
    /// <exception cref="InvalidDataException">They do not fit; a clause.</exception>
    public void LoadInto(nn.Module net)
    {
        bool isFinished = StateJson.Read(() => JsonNode.Parse(Metadata["progress"])!["finished"]?.GetValue<bool>() == true);
        string[] prefixes = [.. isFinished ? [TrainerState.Best] : Array.Empty<string>(), TrainerState.Average, TrainerState.Net];
        string prefix = prefixes.First(part => part == TrainerState.Net || _file.Tensors.Any(Of(part)));
        Clause(() => _file.LoadInto(net, prefix));
    }

    /// <summary>The numbers that the net alone has in the file; its buffers are among them.</summary>
    public long NetNumbers => _file.Tensors.Where(Of(TrainerState.Net)).Sum(entry => entry.Bytes / sizeof(float));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static Func<TensorEntry, bool> Of(string prefix) => entry => entry.Name.StartsWith(prefix, StringComparison.Ordinal);

    private void CheckVersion()
    {
        string[] words = Metadata.GetValueOrDefault(VersionName, "").Split(' ');
        if (words is not ["checkpoint", var number] || !int.TryParse(number, out int version))
        {
            throw new InvalidDataException($"{_path} has not the metadata of gcnn");
        }

        if (version != Version)
        {
            throw new NotSupportedException($"was written by {(version < Version ? "an older" : "a newer")} version of gcnn");
        }
    }

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
