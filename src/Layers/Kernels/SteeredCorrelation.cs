using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>The correlation of a filter that is a combination of scalar filters which the group turns into each other.</summary>
/// <remarks>
/// Kernels are <c>K[o, i](x) = Σ_b c[o, i, b] ψ_b(x)</c> with <c>K[g·o, g·i](g x) = K[o, i](x)</c>. Of a field with first channel <c>i₀</c>
/// every channel is <c>a·i₀</c>, and with <c>a = g h</c>, <c>K[g·o₀, a·i₀](u) = K[h⁻¹·o₀, i₀](a⁻¹ u) = Σ_b c[h⁻¹·o₀, i₀, b] ψ_b(a⁻¹ u)</c>: a row
/// for each field and filter, the response to <c>ψ_b</c> turned with the channel that is read, and
/// <c>φ[h] = c[h⁻¹·o₀, i₀, b] / |stabilizer of i₀|</c>. Source: [WeilerCesa2019], section 2.4, for the kernels.
/// </remarks>
internal static class SteeredCorrelation
{
    /// <summary>The convolution with combinations of kernels, or its transpose; null where there is none.</summary>
    public static FieldCorrelation? Of(FieldKernels kernels, bool transposed)
    {
        (FieldType from, FieldType to) = transposed ? (kernels.OutputType, kernels.InputType) : (kernels.InputType, kernels.OutputType);
        if (FieldCorrelation.BlocksOf(from, to) is not { } blocks)
        {
            return null;
        }

        Stencil stencil = kernels.Filters.Stencil;
        SteeredFilters filters = new(kernels.Filters);
        return new FieldCorrelation(from, to, blocks)
        {
            Box = (stencil.Rows, stencil.Columns),
            Inputs = [.. Inputs(from, stencil, filters, transposed)],
            Functions = new SteeredFunctions(kernels, transposed),
            Filters = filters,
        };
    }

    private static IEnumerable<CorrelationInput> Inputs(FieldType type, Stencil stencil, SteeredFilters filters, bool transposed) =>
        from number in Enumerable.Range(0, type.Fields.Count)
        from a in Enumerable.Range(0, type.Group.Order)
        let channel = type.Offset(number) + ((PermutationRepresentation)type.Fields[number]).Act(a, 0)
        let turned = type.Group.Matrix(filters.SymmetryOf[a])
        from point in stencil.DoubledPoints
        select CorrelationInput.At(channel, stencil, turned.Transform(point), transposed);
}
