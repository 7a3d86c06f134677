using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class SqueezeExcite : IExportable
{
    /// <summary>A <see cref="PlainProduct"/> of the input and what the gates become.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new PlainProduct(nn.Identity(), PlainSequence.Of(
            Invariants(context), PlainMean.OverPositions(InputType), context.Export(nameof(gate), gate),
            ChannelMap.Select(context, InputType.Fields.Count, FieldChannels.Owners(InputType))));
    }

    /// <summary>The means of the channels of fields that permute them, and the norms of the others: sums of which one part is 0.</summary>
    private nn.Module<Tensor, Tensor> Invariants(ExportContext context)
    {
        Representation[] fields = [.. InputType.Fields];
        int[][] channels = [.. FieldChannels.Of(InputType)];
        double[][] means =
            [.. fields.Zip(channels, (field, of) => ChannelMap.Indicator(of, InputType.Channels, Permutes(field) ? 1.0 / of.Length : 0))];
        double[][] squares =
            [.. fields.Zip(channels, (field, of) => ChannelMap.Indicator(of, InputType.Channels, Permutes(field) ? 0 : 1))];
        nn.Module<Tensor, Tensor>[] parts =
        [
            .. Array.Exists(fields, Permutes) ? new[] { ChannelMap.Of(context, means) } : [],
            .. Array.TrueForAll(fields, Permutes)
                ? Array.Empty<nn.Module<Tensor, Tensor>>()
                : [PlainSequence.Of(new PlainPower(2), ChannelMap.Of(context, squares), new PlainPower(0.5))],
        ];
        return parts.Length == 1 ? parts[0] : new PlainSum(parts);
    }

    private static bool Permutes(Representation field) => field is PermutationRepresentation;
}
