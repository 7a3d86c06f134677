using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class GatedNonlinearity : IExportable
{
    /// <summary>
    /// A <see cref="PlainProduct"/> of the gates, repeated for their fields' channels, and the fields; and where there is a pointwise
    /// function, a <see cref="PlainSum"/> with it on the other channels.
    /// </summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int[] gated = [.. FieldsThat(gated: true)], pointwise = [.. FieldsThat(gated: false)];
        nn.Module<Tensor, Tensor>[] parts =
        [
            .. gated.Length > 0 ? [Product(context, gated)] : Array.Empty<nn.Module<Tensor, Tensor>>(),
            .. pointwise.Length > 0 ? [Pointwise(context, pointwise)] : Array.Empty<nn.Module<Tensor, Tensor>>(),
        ];
        nn.Module<Tensor, Tensor> joined = parts.Length == 1 ? parts[0] : new PlainSum(parts);
        return PlainSequence.Of(joined, OnHexagons && pointwise.Length > 0 ? new PlainHexagon() : nn.Identity());
    }

    private IEnumerable<int> FieldsThat(bool gated) => Enumerable.Range(0, OutputType.Fields.Count)
        .Where(field => IsGated(OutputType.Fields[field], _pointwise is null) == gated);

    private nn.Module<Tensor, Tensor> Product(ExportContext context, int[] gated)
    {
        int[][] channels = [.. FieldChannels.Of(OutputType)];
        double[][] repeated = [.. Enumerable.Range(0, OutputType.Channels).Select(_ => new double[InputType.Channels])];
        foreach ((int gate, int field) in gated.Index())
        {
            Array.ForEach(channels[field], channel => repeated[channel][gate] = 1);
        }

        // The gates first and then their copies: the function is applied once to each.
        return new PlainProduct(
            PlainSequence.Of(
                ChannelMap.Select(context, InputType.Channels, Enumerable.Range(0, Gates)),
                ReferenceEquals(_gate, Logistic) ? nn.Sigmoid() : PlainFunction.Of(_gate, this, context),
                ChannelMap.Of(context, [.. repeated.Select(row => row[..Gates])])),
            ChannelMap.Select(context, InputType.Channels, Enumerable.Range(Gates, OutputType.Channels)));
    }

    private nn.Module<Tensor, Tensor> Pointwise(ExportContext context, int[] fields)
    {
        int[][] channels = [.. FieldChannels.Of(OutputType)];
        int[] picked = [.. fields.SelectMany(field => channels[field])];
        return PlainSequence.Of(
            ChannelMap.Select(context, InputType.Channels, picked.Select(channel => Gates + channel)),
            PlainFunction.Of(_pointwise!, this, context),
            ChannelMap.Of(context, [.. Enumerable.Range(0, OutputType.Channels).Select(channel => ChannelMap.Indicator(
                Enumerable.Range(0, picked.Length).Where(i => picked[i] == channel), picked.Length))]));
    }
}
