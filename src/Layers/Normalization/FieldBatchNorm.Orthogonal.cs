using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class FieldBatchNorm
{
    /// <summary>
    /// Divides fields that do not permute their channels by the root of their mean square, <c>y = γ_f x / √(E‖x_f‖² / d_f + ε)</c>. The
    /// mean over the channels of such a field turns with the group, so there is none to take away and no shift to add. The caller owns the
    /// scope.
    /// </summary>
    private Tensor Rescale(Tensor x, FieldBlock block)
    {
        Tensor fields = x.reshape(x.size(0), block.Fields, block.Representation.Dimension, x.size(2), x.size(3));
        Tensor meanSquare = Part(running_var, block);
        if (training)
        {
            long positions = GroupStatistics.Positions(x, OnHexagons);
            meanSquare = fields.pow(2).sum([0, 2, 3, 4]) / (double)(x.size(0) * block.Representation.Dimension * positions);
            Update(Part(running_var, block), meanSquare);
        }

        Tensor scale = Part(weight, block) / (meanSquare + Epsilon).sqrt();
        return (fields * scale.view(1, block.Fields, 1, 1, 1)).reshape(x.shape);
    }
}
