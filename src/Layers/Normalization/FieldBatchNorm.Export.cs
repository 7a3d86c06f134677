using GCnn.Groups;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class FieldBatchNorm : IExportable
{
    /// <summary>
    /// A <c>BatchNorm2d</c> with the numbers of a field at each of its channels; mean and shift 0 where the field does not permute them. On
    /// hexagons a mask follows.
    /// </summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        BatchNorm2d plain = nn.BatchNorm2d(InputType.Channels, Epsilon, Momentum, device: context.Device, dtype: context.Type);
        int[] field = FieldChannels.Owners(InputType);
        using Tensor fields = tensor([.. field.Select(f => (long)f)], device: weight.device);
        using Tensor permuted = tensor([.. field.Select(f => InputType.Fields[f] is PermutationRepresentation ? 1.0 : 0)]);
        Fill(plain.weight, weight, fields, null);
        Fill(plain.bias!, bias, fields, permuted);
        Fill(plain.running_mean!, running_mean, fields, permuted);
        Fill(plain.running_var!, running_var, fields, null);
        return OnHexagons ? PlainSequence.Of(plain, new PlainHexagon()) : plain;
    }

    private static void Fill(Tensor ofChannels, Tensor ofFields, Tensor fields, Tensor? factors)
    {
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        ofChannels.copy_(ofFields.index_select(0, fields));
        if (factors is not null)
        {
            ofChannels.mul_(factors.to(ofChannels.dtype, ofChannels.device));
        }
    }
}
