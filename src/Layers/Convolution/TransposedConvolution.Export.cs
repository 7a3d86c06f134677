using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class TransposedConvolution
{
    /// <summary>A <c>ConvTranspose2d</c> with the expanded filter and bias.</summary>
    /// <exception cref="NotSupportedException">The images are hexagons; the message says why that hinders.</exception>
    public nn.Module<Tensor, Tensor> Export()
    {
        PlainModules.RequireRectangles(this);
        ConvTranspose2d plain = nn.ConvTranspose2d(
            InputType.Channels, OutputType.Channels, (Stencil.Rows, Stencil.Columns), (Stride, Stride), (Padding, Padding),
            (OutputPadding, OutputPadding), (Dilation, Dilation), groups: Groups, bias: Bias is not null, device: Weight.device,
            dtype: Weight.dtype);
        PlainModules.Copy(this, plain.weight, plain.bias);
        return plain;
    }
}
