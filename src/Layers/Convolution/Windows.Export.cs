using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

internal sealed partial class Windows
{
    /// <summary>A <c>Conv2d</c> of these windows with a layer's filter and bias.</summary>
    /// <exception cref="NotSupportedException">The images are hexagons.</exception>
    internal nn.Module<Tensor, Tensor> Export(ExpandedFilterModule layer, int groups)
    {
        PlainModules.RequireRectangles(layer);
        PaddingModes mode = Mode == PaddingModes.Constant ? PaddingModes.Zeros : Mode;
        Conv2d plain = nn.Conv2d(
            layer.InputType.Channels, layer.OutputType.Channels, (Stencil.Rows, Stencil.Columns), (Stride, Stride), (Padding, Padding),
            (Dilation, Dilation), mode, groups, layer.Bias is not null, layer.Weight.device, layer.Weight.dtype);
        PlainModules.Copy(layer, plain.weight, plain.bias);
        return plain;
    }
}
