using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class GroupPooling : IExportable
{
    /// <summary>A 1 x 1 convolution for means; for maxima several with rectifiers between (<see cref="ChannelMaximum"/>).</summary>
    public nn.Module<Tensor, Tensor> Export() => Kind == PoolingKind.Mean
        ? PointwiseMatrix.Export(this)
        : ChannelMaximum.Export(
            InputType.Channels,
            InputType.Fields.Select((field, i) => Enumerable.Range(InputType.Offset(i), field.Dimension)));
}
