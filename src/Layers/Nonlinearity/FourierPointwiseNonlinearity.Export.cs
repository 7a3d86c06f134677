using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class FourierPointwiseNonlinearity : IExportable
{
    /// <summary>A 1 x 1 convolution that samples, the function, and a 1 x 1 convolution that takes the samples back.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PlainSequence.Of(
            PointwiseMatrix.Export(context, Sample, InputType.Channels),
            _function is null ? nn.ReLU() : PlainFunction.Of(_function, this, context),
            PointwiseMatrix.Export(context, Reconstruct, InputType.Fields.Count * _elements.Length),
            _function is not null && OnHexagons ? new PlainHexagon() : nn.Identity());
    }
}
