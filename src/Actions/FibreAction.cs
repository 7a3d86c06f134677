using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Actions;

/// <summary>
/// The action <c>ρ(g)</c> on the channel axis, whatever axes follow it. Where every field permutes its channels it is one gather;
/// otherwise each block of equal fields is multiplied by its matrix.
/// </summary>
internal sealed class FibreAction(FieldType type, int element)
{
    private readonly long[]? _sources = type.IsPermutation ? type.ChannelSources(element) : null;

    /// <summary>Applies <c>ρ(g)</c> to axis 1 of <c>N x C x ...</c>. The caller owns the dispose scope.</summary>
    public Tensor Apply(Tensor x)
    {
        if (_sources is not null)
        {
            return x.index_select(1, tensor(_sources, dtype: ScalarType.Int64, device: x.device));
        }

        if (!x.is_floating_point())
        {
            throw new ArgumentException(
                $"The tensor holds {x.dtype}; {type} mixes channels by real matrices and needs a floating-point type, such as float64.",
                nameof(x));
        }

        return cat([.. type.Blocks.Select(block => Multiply(x, block))], 1);
    }

    /// <summary><c>out[n, f, i, ...] = sum_j ρ(g)[i, j] x[n, f, j, ...]</c> for the fields <c>f</c> of a block.</summary>
    private Tensor Multiply(Tensor x, FieldBlock block)
    {
        Tensor channels = x.narrow(1, block.Offset, block.Channels);
        Tensor fields = channels.reshape(x.shape[0], block.Fields, block.Representation.Dimension, -1);
        Tensor matrix = tensor(block.Representation.Matrix(element).ToArray(), dtype: x.dtype, device: x.device);
        return einsum("ij,nfjx->nfix", matrix, fields).reshape(channels.shape);
    }
}
