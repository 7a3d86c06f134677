using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The linear map from the free weights of a layer to an ordinary filter, differentiable. With several groups of fields it is one and the
/// same map for each group, on weights of its own.
/// </summary>
internal abstract class FilterExpansion : IDisposable
{
    /// <summary>The fields that one group of the filter reads.</summary>
    internal abstract FieldType InputType { get; }

    /// <summary>The fields that one group of the filter writes.</summary>
    internal abstract FieldType OutputType { get; }

    /// <summary>The number of free weights.</summary>
    internal abstract int WeightCount { get; }

    public abstract void Dispose();

    /// <summary>The filter, <c>C_out x C_in / groups x rows x columns</c>, of the weights' type and on their device.</summary>
    internal abstract Tensor Expand(Tensor weight);

    /// <summary>
    /// Independent normal weights with which outputs have <c>gain</c> times the mean square of inputs; or, if the filter is to be used
    /// transposed, with which that holds from its outputs to its inputs.
    /// </summary>
    internal abstract Tensor NormalWeights(double gain, bool transposed, Generator? generator);

    /// <summary>Weights whose filter is a given commuting matrix at the centre, another for each group, and zero elsewhere.</summary>
    /// <exception cref="ArgumentException">There are none; the message says why.</exception>
    internal abstract Tensor AtCentre(Func<double[]> matrix);

    /// <summary>The expansion for a layer: a gather where pixels serve and all fields permute, a basis of kernels otherwise.</summary>
    /// <exception cref="ArgumentException">The fields do not form such groups, or no kernel but zero commutes.</exception>
    internal static FilterExpansion For(
        string layer, FieldType input, FieldType output, Stencil stencil, FilterBasis? filters = null, int groups = 1)
    {
        FieldType from = FieldGroups.PatternOf(layer, input, groups, nameof(groups));
        FieldType to = FieldGroups.PatternOf(layer, output, groups, nameof(groups));
        FilterExpansion expansion = filters is null && from.IsPermutation && to.IsPermutation && PixelBasis.Serves(from.Group)
            ? new GatherExpansion(FilterIndexMap.For(from, to, stencil), groups)
            : new BasisExpansion(FieldKernels.For(from, to, filters ?? FilterBasis.For(from.Group, stencil)), groups);
        return expansion.WeightCount > 0
            ? expansion
            : throw new ArgumentException(
                $"{layer}: no kernel on a {stencil} between '{input}' and '{output}' commutes with {input.Group}, but zero. Use a larger " +
                "stencil or other fields.",
                nameof(stencil));
    }
}
