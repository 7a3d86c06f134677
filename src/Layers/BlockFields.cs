using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The fields of a block as an axis of their own, and their norms.</summary>
internal static class BlockFields
{
    /// <summary>The fields of a block. <b>Shapes:</b> <c>N x C x H x W</c> to <c>N x fields x dimension x H x W</c>.</summary>
    internal static Tensor Of(Tensor x, FieldBlock block) => x
        .narrow(1, block.Offset, block.Channels)
        .reshape(x.size(0), block.Fields, block.Representation.Dimension, x.size(2), x.size(3));

    /// <summary>
    /// The Euclidean norms <c>‖x_f‖</c>, which orthogonal representations leave as they are, with the gradient 0 where a field is 0; and the
    /// numbers to divide by: 1 there, the norm elsewhere.
    /// <b>Shapes:</b> <c>N x fields x dimension x H x W</c> to twice <c>N x fields x H x W</c>.
    /// </summary>
    internal static (Tensor Norm, Tensor Divisor) Norms(Tensor fields)
    {
        // The root of 0 has no derivative; that of 0 + 1 has, and the 1 is taken away again.
        Tensor squares = fields.pow(2).sum(2);
        Tensor isZero = squares.eq(0).to(squares.dtype);
        Tensor divisor = (squares + isZero).sqrt();
        return (divisor - isZero, divisor);
    }
}
