using System.Text.Json.Nodes;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

public sealed partial class Trainer
{
    private static readonly ScalarType[] Types = [ScalarType.Float32, ScalarType.Float64, ScalarType.Int64, ScalarType.Byte];

    /// <summary>Writes everything that the next step depends on.</summary>
    /// <param name="writer">Where to.</param>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TrainerState state = State();
        writer.Write(EpochsDone);
        writer.Write(Seconds);
        _net.save(writer);
        writer.Write(state.Progress.ToJsonString());
        KeyValuePair<string, Tensor>[] rest = [.. state.Tensors.Where(pair => !IsNet(pair.Key))];
        writer.Write(rest.Length);
        foreach ((string name, Tensor tensor) in rest)
        {
            using DisposeScope scope = NewDisposeScope();
            writer.Write(name);
            writer.Write((byte)Array.IndexOf(Types, tensor.dtype));
            writer.Write((byte)tensor.shape.Length);
            Array.ForEach(tensor.shape, writer.Write);
            writer.Write(tensor.detach().contiguous().bytes);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote, into a trainer prepared in the same way.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="InvalidDataException">The data are no such state; the trainer is then half loaded and must not be used.</exception>
    public void Load(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        using DisposeScope scope = NewDisposeScope();
        LoadNet(reader, _net, _config.Epochs);
        Dictionary<string, Tensor> tensors = new(StringComparer.Ordinal);
        Add(tensors, TrainerState.Net, _net.state_dict());
        JsonObject progress = StateJson.Read(() => JsonNode.Parse(reader.ReadString())!.AsObject());
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            (string name, int type, int dimensions) = (reader.ReadString(), reader.ReadByte(), reader.ReadByte());
            long[] shape = [.. Enumerable.Range(0, dimensions).Select(_ => reader.ReadInt64())];
            Tensor read = zeros(shape, type < Types.Length ? Types[type] : throw new InvalidDataException("its type is unknown"));
            reader.BaseStream.ReadExactly(read.bytes);
            tensors.Add(name, read);
        }

        Restore(new TrainerState(tensors, progress));
    }

    /// <summary>Reads the first part of what <see cref="Save"/> wrote: how far training had come, and the net.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="net">A net of the same groups and widths.</param>
    /// <param name="planned">The number of epochs that there can be.</param>
    /// <returns>The epochs that are done, and the seconds they took.</returns>
    /// <exception cref="InvalidDataException">The data are no such state; the net is then as it was.</exception>
    public static (int Epochs, double Seconds) LoadNet(BinaryReader reader, nn.Module net, int planned = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(net);
        (int epochs, double seconds) = (reader.ReadInt32(), reader.ReadDouble());
        if (epochs < 0 || epochs > planned || !double.IsFinite(seconds))
        {
            throw new InvalidDataException($"it says that {epochs} of {planned} epochs are done");
        }

        net.load(reader);
        return (epochs, seconds);
    }

    private static bool IsNet(string name) => name.StartsWith(TrainerState.Net, StringComparison.Ordinal);
}
