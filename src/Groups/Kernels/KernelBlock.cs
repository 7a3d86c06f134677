namespace GCnn.Groups;

/// <summary>The kernels from one run of equal fields to another, and where their weights stand among all of a convolution.</summary>
/// <remarks>
/// <b>Shapes:</b> the weights from <see cref="FirstWeight"/> are <c>Output.Fields x Input.Fields x Kernels.Dimension</c>, row-major: each pair of
/// fields has its own combination of the basis kernels.
/// </remarks>
/// <param name="Output">The output fields.</param>
/// <param name="Input">The input fields.</param>
/// <param name="Kernels">The kernels from one of these input fields to one of these output fields.</param>
/// <param name="FirstWeight">The number of the first weight.</param>
public sealed record KernelBlock(FieldBlock Output, FieldBlock Input, KernelSpace Kernels, int FirstWeight)
{
    /// <summary>The number of weights.</summary>
    public int WeightCount => Output.Fields * Input.Fields * Kernels.Dimension;
}
