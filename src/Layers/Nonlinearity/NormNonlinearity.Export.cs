using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class NormNonlinearity : IExportable
{
    /// <summary>Squared norms that count as 0: their roots' inverse still is a number, and 0 times it is 0.</summary>
    private const double Nothing = 1e-37;

    /// <summary>
    /// A <see cref="PlainProduct"/> of the input and <c>φ(‖x‖ + b) ‖x‖⁻¹</c>, which powers and 1 x 1 convolutions make of it.
    /// </summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        double[] ones = [.. Enumerable.Repeat(1.0, InputType.Fields.Count)];
        nn.Module<Tensor, Tensor> length = PlainSequence.Of(
            new PlainPower(0.5), ChannelMap.Affine(context, ones, ChannelMap.Numbers(bias)),
            ReferenceEquals(_function, Rectify) ? nn.ReLU() : PlainFunction.Of(_function, this, context));
        return new PlainProduct(nn.Identity(), PlainSequence.Of(
            new PlainPower(2), ChannelMap.Sums(context, InputType.Channels, FieldChannels.Of(InputType), added: Nothing),
            new PlainProduct(length, new PlainPower(-0.5)),
            ChannelMap.Select(context, InputType.Fields.Count, FieldChannels.Owners(InputType))));
    }
}
