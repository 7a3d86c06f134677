using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class DirectSum : IExportable
{
    /// <summary>
    /// A <see cref="PlainConcatenation"/> of what its modules become, each behind a 1 x 1 convolution that picks its channels.
    /// </summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        List<nn.Module<Tensor, Tensor>> branches = [];
        int offset = 0;
        foreach ((string name, nn.Module summand) in named_children())
        {
            int channels = ((EquivariantModule)summand).InputType.Channels;
            branches.Add(PlainSequence.Of(
                ChannelMap.Select(context, InputType.Channels, Enumerable.Range(offset, channels)), context.Export(name, summand)));
            offset += channels;
        }

        return new PlainConcatenation([.. branches]);
    }
}
