using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

internal sealed partial class Windows
{
    /// <summary>A <c>Conv2d</c> of these windows with a layer's filter and bias; on hexagons what centres it, and a mask.</summary>
    internal nn.Module<Tensor, Tensor> Export(ExpandedFilterModule layer, int groups, ExportContext context) => _onHexagons
        ? CentredWindows.On(
            padding => Plain(layer, groups, context, padding, PaddingModes.Zeros),
            (Dilation * (Stencil.Rows / 2), Dilation * (Stencil.Columns / 2)), Stride, Padding)
        : Plain(layer, groups, context, (Padding, Padding), Mode == PaddingModes.Constant ? PaddingModes.Zeros : Mode);

    private Conv2d Plain(ExpandedFilterModule layer, int groups, ExportContext context, (long, long) padding, PaddingModes mode)
    {
        Conv2d plain = nn.Conv2d(
            layer.InputType.Channels, layer.OutputType.Channels, (Stencil.Rows, Stencil.Columns), (Stride, Stride), padding,
            (Dilation, Dilation), mode, groups, layer.Bias is not null, context.Device, context.Type);
        layer.CopyTo(plain.weight, plain.bias);
        return plain;
    }
}
