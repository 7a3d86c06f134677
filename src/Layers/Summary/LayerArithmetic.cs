using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Counts the parameters of layers and the multiply-adds that they take.</summary>
internal static class LayerArithmetic
{
    /// <summary>The numbers of the ordinary filter and bias of a layer, or of those in it; other parameters count as they are.</summary>
    /// <remarks>Of a filter the points of its stencil are counted, not the zeros of its box.</remarks>
    public static long ExpandedParameters(nn.Module module) => module is ExpandedFilterModule filter
        ? FilterSize(filter) + (filter.Bias is null ? 0 : filter.OutputType.Channels)
        : module.named_parameters(recurse: false).Sum(named => named.parameter.numel())
            + module.children().Sum(ExpandedParameters);

    /// <summary>
    /// The multiply-adds with weights, for one image; fixed maps such as a blur are not counted, nor what acts number by number.
    /// </summary>
    public static long MultiplyAdds(EquivariantModule module, long inputPositions, long outputPositions) => module switch
    {
        TransposedConvolution transposed => inputPositions * FilterSize(transposed),
        ExpandedFilterModule filter => outputPositions * FilterSize(filter),
        IArithmetic other => other.MultiplyAdds(inputPositions),
        _ => 0,
    };

    /// <summary>The cost by way of the group's Fourier transform, of convolutions and linear layers that it serves.</summary>
    public static FourierCost? Fourier(EquivariantModule module, long outputPositions)
    {
        (Stencil Stencil, int Groups)? filter = module switch
        {
            Convolution convolution => (convolution.Stencil, convolution.Groups),
            EquivariantLinear => (Stencil.Square(1), 1),
            _ => null,
        };
        FourierCost? steered = (module as Convolution)?.SteeredCost?.Times(outputPositions);
        if (steered is not null || filter is not (Stencil stencil, int groups) || !module.InputType.Group.IsExact
            || !module.InputType.IsPermutation || !module.OutputType.IsPermutation)
        {
            return steered;
        }

        FieldType input = FieldGroups.PatternOf(module.GetName(), module.InputType, groups, nameof(groups));
        FieldType output = FieldGroups.PatternOf(module.GetName(), module.OutputType, groups, nameof(groups));

        // Filters from a smaller space are not built tap by tap.
        return ((ExpandedFilterModule)module).Weight.numel() == groups * FourierCost.FreeWeights(input, output, stencil)
            ? FourierCost.AtPosition(input, output, stencil).Times(groups * outputPositions)
            : null;
    }

    private static long FilterSize(ExpandedFilterModule module)
    {
        (long input, long output) = (module.InputType.Channels, module.OutputType.Channels);
        return module switch
        {
            Convolution convolution => input * output / convolution.Groups * convolution.Stencil.Count,
            TransposedConvolution transposed => input * output / transposed.Groups * transposed.Stencil.Count,
            PlanarConvolution planar => output * planar.Stencil.Count,
            _ => input * output,
        };
    }
}
