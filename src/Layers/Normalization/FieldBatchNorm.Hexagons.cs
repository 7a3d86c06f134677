using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class FieldBatchNorm
{
    /// <summary>
    /// Normalises by the statistics of the batch's hexagons. What it leaves outside them is masked. The caller owns the scope.
    /// </summary>
    /// <remarks>
    /// Of a field's <c>M</c> stored numbers <c>n</c> lie on hexagons; let <c>λ = n / M</c>. Where the others hold the mean <c>μ</c> of the
    /// <c>n</c>, the mean of all is <c>μ</c> and their variance <c>λ σ²</c>. So the ordinary batch norm of all, with <c>λ ε</c> and
    /// <c>√λ γ</c>, gives <c>√λ γ (x − μ) / √(λ σ² + λ ε) + β</c>, which is ours; and the sum of squares that it divides by <c>M − 1</c>
    /// for the running variance is to be divided by <c>n − 1</c>.
    /// </remarks>
    private Tensor NormalizeHexagons(Tensor x, FieldBlock block)
    {
        (long samples, int dimension, long side) = (x.size(0), block.Representation.Dimension, x.size(3));
        double stored = (double)samples * dimension * side * side;
        double cells = (double)samples * dimension * new HexagonalDomain(HexagonMask.RadiusOf(x)).Count;
        Tensor fields = x.reshape(samples, block.Fields, dimension, side, side);
        Tensor mean = fields.sum([0, 2, 3, 4], keepdim: true) / cells;
        Tensor filled = Hexagon.Apply(fields, mean).reshape(samples, block.Fields, dimension * side, side);

        // With momentum 1 the running statistics of this call are those of the batch.
        Tensor batchMean = zeros_like(Part(running_mean, block)), batchVariance = zeros_like(batchMean);
        Tensor scale = Part(weight, block) * Math.Sqrt(cells / stored);
        Tensor result = nn.functional.batch_norm(
            filled, batchMean, batchVariance, scale, Part(bias, block), true, 1, Epsilon * cells / stored);
        Update(Part(running_mean, block), batchMean);
        Update(Part(running_var, block), batchVariance * ((stored - 1) / (cells - 1)));
        return result.reshape(x.shape);
    }

    private void Update(Tensor running, Tensor batch)
    {
        using IDisposable noGrad = no_grad();
        running.mul_(1 - Momentum).add_(batch * Momentum);
    }
}
