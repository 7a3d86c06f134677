using GCnn.Groups;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class NormMaxPooling : IExportable
{
    /// <summary>
    /// A <see cref="PlainProduct"/> of the vectors at every place of the windows, brought together by a <c>Conv2d</c>, and
    /// <see cref="PlainWinners"/> among their squared norms; then their sum.
    /// </summary>
    /// <remarks>Around the image norms are 0: where such a place ties with the largest, all vectors are 0, and so is their mean.</remarks>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int[] taps = Taps(), owners = FieldChannels.Owners(InputType);
        int fields = InputType.Fields.Count, channels = InputType.Channels;
        return ExportCentred(padding => PlainSequence.Of(
            new PlainProduct(
                Spread(context, channels, taps, padding),
                PlainSequence.Of(
                    new PlainPower(2), ChannelMap.Sums(context, channels, FieldChannels.Of(InputType)),
                    Spread(context, fields, taps, padding), new PlainWinners(taps.Length),
                    ChannelMap.Select(
                        context, fields * taps.Length,
                        owners.SelectMany(field => Enumerable.Range(field * taps.Length, taps.Length))))),
            ChannelMap.Filled(context, channels * taps.Length, channels, ones(channels, taps.Length, 1, 1))));
    }

    /// <summary>The places of the window in its box, row by row.</summary>
    private int[] Taps()
    {
        LatticePoint[] box = [.. Window()];
        HexagonalDomain? hexagon = OnHexagons ? new HexagonalDomain(KernelSize / 2) : null;
        return [.. Enumerable.Range(0, box.Length).Where(i =>
            hexagon?.Contains(new(box[i].X - hexagon.Radius, box[i].Y - hexagon.Radius)) ?? true)];
    }

    /// <summary>Of each channel the numbers at all places of the windows, as neighbouring channels.</summary>
    private Conv2d Spread(ExportContext context, int channels, int[] taps, (long, long) padding)
    {
        using var scope = NewDisposeScope();
        double[] filters = [.. taps.SelectMany(tap => ChannelMap.Indicator([tap], KernelSize * KernelSize))];
        Tensor weight = tensor(filters, [taps.Length, 1, KernelSize, KernelSize]).repeat(channels, 1, 1, 1);
        return ChannelMap.Filled(context, channels, channels, weight, stride: (Stride, Stride), padding: padding);
    }
}
