using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class TransposedConvolution : IExportable
{
    /// <summary>
    /// A <c>ConvTranspose2d</c> with the expanded filter and bias; on hexagons the padding that centres it, and a mask. Where the output is
    /// larger than what windows reach, zeros are added around and the bias after them.
    /// </summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!OnHexagons)
        {
            return Plain(context, (Padding, Padding), OutputPadding, Bias is not null);
        }

        int reachRows = Dilation * (Stencil.Rows / 2), reachColumns = Dilation * (Stencil.Columns / 2);
        int cut = Padding - OutputPadding - Math.Max(reachRows, reachColumns);
        (int rows, int columns) = (cut + reachRows, cut + reachColumns);
        if (rows >= 0 && columns >= 0)
        {
            return PlainSequence.Of(Plain(context, (rows, columns), 0, Bias is not null), new PlainHexagon());
        }

        (long above, long left) = (Math.Max(0, -rows), Math.Max(0, -columns));
        nn.Module<Tensor, Tensor> windows = Plain(context, (Math.Max(0, rows), Math.Max(0, columns)), 0, bias: false);
        return PlainSequence.Of(windows, nn.ZeroPad2d((left, left, above, above)), Added(context), new PlainHexagon());
    }

    private ConvTranspose2d Plain(ExportContext context, (long, long) padding, int outputPadding, bool bias)
    {
        ConvTranspose2d plain = nn.ConvTranspose2d(
            InputType.Channels, OutputType.Channels, (Stencil.Rows, Stencil.Columns), (Stride, Stride), padding,
            (outputPadding, outputPadding), (Dilation, Dilation), groups: Groups, bias: bias, device: context.Device, dtype: context.Type);
        CopyTo(plain.weight, plain.bias);
        return plain;
    }

    private nn.Module<Tensor, Tensor> Added(ExportContext context)
    {
        using Tensor? added = ExpandedBias();
        return added is null
            ? nn.Identity()
            : ChannelMap.Affine(context, [.. Enumerable.Repeat(1.0, OutputType.Channels)], ChannelMap.Numbers(added));
    }
}
