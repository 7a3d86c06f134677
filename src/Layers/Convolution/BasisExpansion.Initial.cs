using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

internal sealed partial class BasisExpansion
{
    internal override Tensor NormalWeights(double gain, bool transposed, Generator? generator)
    {
        using var scope = NewDisposeScope();
        Tensor weights = empty(WeightCount).normal_(0, 1, generator), free = weights.view(_groups, _kernels.Dimension);
        foreach (IGrouping<int, (KernelBlock Block, KernelBlockExpansion Expansion)> reached in _kernels.Blocks.Zip(_blocks)
            .GroupBy(pair => (transposed ? pair.First.Input : pair.First.Output).FirstField))
        {
            double energy = reached.Sum(pair => Energy(pair.Block, pair.Expansion, transposed));
            foreach ((KernelBlock block, _) in reached.Where(_ => energy > 0))
            {
                free.narrow(1, block.FirstWeight, block.WeightCount).mul_(Math.Sqrt(gain / energy));
            }
        }

        return weights.MoveToOuterDisposeScope();
    }

    internal override Tensor AtCentre(Func<double[]> matrix)
    {
        // The stencil's message is the plainer one, so it comes first.
        CentreTaps.RequireIn(_kernels.Filters.Stencil);
        double[] delta = CentreTaps.Coefficients(_kernels.Filters);
        return CentreTaps.ToTensor(Enumerable.Range(0, _groups).SelectMany(_ => AtCentre(matrix(), delta)));
    }

    /// <summary>
    /// What the weights of a block add, at variance 1, to the mean square of one channel that they reach, for inputs of mean square 1.
    /// </summary>
    private static double Energy(KernelBlock block, KernelBlockExpansion expansion, bool transposed) => transposed
        ? block.Output.Channels * expansion.Energy / block.Input.Representation.Dimension
        : block.Input.Fields * expansion.Energy;

    /// <summary>
    /// The coordinates of <c>k(x)[o, i] = M[o, i] Σ_b δ_b ψ_b(x)</c> in the basis, which is orthonormal in the coefficients: an inner
    /// product with each basis kernel, for each pair of fields.
    /// </summary>
    private double[] AtCentre(double[] matrix, double[] delta)
    {
        double[] weights = new double[_kernels.Dimension];
        foreach (KernelBlock block in _kernels.Blocks)
        {
            for (int pair = 0; pair < block.Output.Fields * block.Input.Fields; pair++)
            {
                (int to, int from) = Math.DivRem(pair, block.Input.Fields);
                int row = block.Output.Offset + (to * block.Output.Representation.Dimension);
                int column = block.Input.Offset + (from * block.Input.Representation.Dimension);
                int first = block.FirstWeight + (pair * block.Kernels.Dimension);
                foreach (KernelTerm term in block.Kernels.Terms)
                {
                    weights[first + term.Kernel] += term.Value * delta[term.Filter]
                        * matrix[((row + term.Output) * _kernels.InputType.Channels) + column + term.Input];
                }
            }
        }

        return weights;
    }
}
