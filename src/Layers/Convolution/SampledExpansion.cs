using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>One matrix product with the basis kernels, sampled on the stencil.</summary>
internal sealed class SampledExpansion : KernelBlockExpansion
{
    private readonly DeviceConstant _basis;

    internal SampledExpansion(KernelSpace kernels)
        : base(kernels)
    {
        double[] samples = kernels.Sample();
        Energy = samples.Sum(value => value * value) / kernels.Output.Dimension;
        _basis = new DeviceConstant(samples, [kernels.Dimension, samples.Length / Math.Max(1, kernels.Dimension)]);
    }

    internal override double Energy { get; }

    public override void Dispose() => _basis.Dispose();

    internal override Tensor Expand(Tensor weight, int outputFields, int inputFields)
    {
        (int rows, int columns, int points) = (Kernels.Output.Dimension, Kernels.Input.Dimension, Kernels.Filters.Stencil.Count);
        return Kernels.Dimension == 0
            ? weight.new_zeros([outputFields * rows, inputFields * columns, points])
            : weight.view(outputFields * inputFields, Kernels.Dimension)
                .matmul(_basis.Like(weight))
                .view(outputFields, inputFields, rows, columns, points)
                .permute(0, 2, 1, 3, 4)
                .reshape(outputFields * rows, inputFields * columns, points);
    }
}
