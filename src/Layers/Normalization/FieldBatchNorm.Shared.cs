using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class FieldBatchNorm
{
    /// <summary>
    /// What adds up the statistics of a batch whose images lie in several processes, or null where all of it is here. Only training asks
    /// it.
    /// </summary>
    /// <remarks>
    /// Every process then normalises by mean and variance of the union, and has the gradients of the sum of all losses; running statistics
    /// stay the same bits in all of them.
    /// </remarks>
    public IStatisticsReducer? Reducer { get; set; }

    /// <summary>Normalises by statistics of all processes, by libtorch's operators: the mean, and then the mean square about it.</summary>
    /// <remarks>Fields that do not permute their channels have no mean. The caller owns the scope.</remarks>
    private Tensor NormalizeShared(Tensor x, FieldBlock block, IStatisticsReducer reducer)
    {
        bool permutes = block.Representation is PermutationRepresentation;
        Tensor fields = x.reshape(x.size(0), block.Fields, block.Representation.Dimension, x.size(2), x.size(3));
        double own = (double)x.size(0) * block.Representation.Dimension * GroupStatistics.Positions(x, OnHexagons);
        double numbers = Total(own, reducer);
        RequireNumbers(block.Representation, numbers, own == 0 ? 0 : x.size(0) * numbers / own);
        if (permutes)
        {
            Tensor mean = SummedFunction.Of(fields.sum([0, 2, 3, 4]), reducer) / numbers;
            Update(Part(running_mean, block), mean);
            fields -= mean.view(1, block.Fields, 1, 1, 1);
            fields = OnHexagons ? Hexagon.Apply(fields) : fields;
        }

        Tensor variance = SummedFunction.Of(fields.pow(2).sum([0, 2, 3, 4]), reducer) / numbers;
        Update(Part(running_var, block), permutes ? variance * (numbers / (numbers - 1)) : variance);
        Tensor scale = Part(weight, block) * (variance + Epsilon).rsqrt();
        Tensor result = fields * scale.view(1, block.Fields, 1, 1, 1);
        return (permutes ? result + Part(bias, block).view(1, block.Fields, 1, 1, 1) : result).reshape(x.shape);
    }

    private static double Total(double own, IStatisticsReducer reducer)
    {
        Span<double> total = [own];
        reducer.Sum(total);
        return total[0];
    }
}
