using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class ConcatenatedNonlinearity : IExportable
{
    /// <summary>A 1 x 1 convolution with weights 0, 1 and −1, and the function.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        nn.Module<Tensor, Tensor> both = PointwiseMatrix.Export(context, WithNegatives, InputType.Channels);
        return _function is null
            ? PlainSequence.Of(both, nn.ReLU())
            : PlainSequence.Of(both, PlainFunction.Of(_function, this, context), OnHexagons ? new PlainHexagon() : nn.Identity());
    }
}
