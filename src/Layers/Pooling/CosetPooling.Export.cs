using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class CosetPooling : IExportable
{
    /// <summary>A 1 x 1 convolution for means; for maxima several with rectifiers between (<see cref="ChannelMaximum"/>).</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => Kind == PoolingKind.Mean
        ? PointwiseMatrix.Export(context, forward, InputType.Channels)
        : ChannelMaximum.Export(context, InputType.Channels, InputType.Blocks.SelectMany(Cosets));

    /// <summary>The channels of each coset of each field of a block.</summary>
    private IEnumerable<IEnumerable<int>> Cosets(Groups.FieldBlock block) =>
        ByCosets(block).Select(channel => (int)channel).Chunk(block.Representation.Dimension / Subgroup.Index);
}
