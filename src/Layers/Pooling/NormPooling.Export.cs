using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class NormPooling : IExportable
{
    /// <summary>Squares, a 1 x 1 convolution that adds them up, and the root.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => PlainSequence.Of(
        new PlainPower(2), ChannelMap.Sums(context, InputType.Channels, FieldChannels.Of(InputType)), new PlainPower(0.5));
}
