using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class FieldGroupNorm : IExportable
{
    /// <summary>
    /// A <see cref="PlainSum"/> with minus the means, a <see cref="PlainProduct"/> with one over the roots of the mean squares, both by
    /// pooling and 1 x 1 convolutions, and a convolution that scales and shifts each channel. On hexagons masks follow.
    /// </summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        bool[] all = [.. Enumerable.Repeat(true, InputType.Channels)];
        bool[] permuted = [.. InputType.Fields.SelectMany(PermutedChannels.Of)];
        double[] epsilons = [.. Enumerable.Repeat(Epsilon, InputType.Channels)];
        return PlainSequence.Of(
            new PlainSum(nn.Identity(), PlainSequence.Of(
                PlainMean.OverPositions(InputType), ChannelMap.Of(context, Means(permuted, factor: -1)))),
            Mask(),
            new PlainProduct(nn.Identity(), PlainSequence.Of(
                new PlainPower(2), PlainMean.OverPositions(InputType), ChannelMap.Of(context, Means(all, factor: 1), epsilons),
                new PlainPower(-0.5))),
            ScaledAndShifted(context, permuted),
            Mask());
    }

    private nn.Module<Tensor, Tensor> Mask() => OnHexagons ? new PlainHexagon() : nn.Identity();

    private Conv2d ScaledAndShifted(ExportContext context, bool[] permuted)
    {
        int[] field = FieldChannels.Owners(InputType);
        double[] scale = ChannelMap.Numbers(weight), shift = ChannelMap.Numbers(bias);
        return ChannelMap.Affine(context, [.. field.Select(f => scale[f])], [.. field.Select((f, i) => permuted[i] ? shift[f] : 0)]);
    }

    /// <summary>At each of some channels the mean over those of them in its group, times a factor, and 0 at the others.</summary>
    private double[][] Means(bool[] channels, double factor)
    {
        int[] group = Array.ConvertAll(FieldChannels.Owners(InputType), field => field / (InputType.Fields.Count / Groups));
        ILookup<int, int> members = Enumerable.Range(0, group.Length).Where(i => channels[i]).ToLookup(i => group[i]);
        return
        [
            .. group.Select((g, i) =>
                ChannelMap.Indicator(members[g], group.Length, channels[i] ? factor / members[g].Count() : 0)),
        ];
    }
}
