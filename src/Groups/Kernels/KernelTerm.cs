namespace GCnn.Groups;

/// <summary>One non-zero coefficient of a basis kernel: <c>k[Output, Input](x)</c> holds <c>Value ψ_Filter(x)</c>.</summary>
/// <param name="Kernel">The number of the basis kernel.</param>
/// <param name="Output">The row of the kernel, a coordinate of the output field.</param>
/// <param name="Input">The column of the kernel, a coordinate of the input field.</param>
/// <param name="Filter">The number of the scalar filter.</param>
/// <param name="Value">The coefficient.</param>
public readonly record struct KernelTerm(int Kernel, int Output, int Input, int Filter, double Value);
