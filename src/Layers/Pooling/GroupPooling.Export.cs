using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class GroupPooling : IExportable
{
    /// <summary>A 1 x 1 convolution for means; for maxima several with rectifiers between (<see cref="ChannelMaximum"/>).</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => Kind == PoolingKind.Mean
        ? PointwiseMatrix.Export(context, forward, InputType.Channels)
        : ChannelMaximum.Export(context, InputType.Channels, FieldChannels.Of(InputType));
}
