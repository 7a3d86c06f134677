using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// One scalar filter for each channel, <c>C x 1 x rows x columns</c>: the kernels from a scalar field to each field, on the diagonal.
/// </summary>
/// <remarks>
/// The kernels from scalars to <c>ρ</c> are vectors with <c>k(g u) = ρ(g) k(u)</c>. Where <c>ρ</c> permutes,
/// <c>diag(k(g u)) = ρ(g) diag(k(u)) ρ(g)⁻¹</c>: the diagonal matrix commutes. Where it does not, multiples of 1 do, <c>w(u) 1</c> with an
/// invariant <c>w</c>, which is a kernel from scalars to scalars.
/// </remarks>
internal sealed class PlanarExpansion : FilterExpansion
{
    private readonly FilterExpansion _filters;
    private readonly DeviceIndex? _channels;

    internal PlanarExpansion(string layer, FieldType type, Stencil stencil, FilterBasis? filters)
    {
        TrivialRepresentation scalar = new(type.Group.PointGroup);
        Representation[] fields = [.. type.Fields.Select(field => field is PermutationRepresentation ? field : scalar)];
        _filters = For(layer, FieldType.Trivial(type.Group, 1), FieldType.Of(type.Group, fields), stencil, filters);
        _channels = type.IsPermutation ? null : new DeviceIndex(FilterOfChannel(type, _filters.OutputType));
    }

    internal override FieldType InputType => _filters.InputType;

    internal override FieldType OutputType => _filters.OutputType;

    internal override int WeightCount => _filters.WeightCount;

    public override void Dispose()
    {
        _filters.Dispose();
        _channels?.Dispose();
    }

    internal override Tensor Expand(Tensor weight)
    {
        using var scope = NewDisposeScope();
        Tensor filters = _filters.Expand(weight);
        return (_channels is null ? filters : filters.index_select(0, _channels.On(weight.device))).MoveToOuterDisposeScope();
    }

    internal override Tensor NormalWeights(double gain, bool transposed, Generator? generator) =>
        _filters.NormalWeights(gain, transposed, generator);

    internal override Tensor AtCentre(Func<double[]> matrix) => _filters.AtCentre(matrix);

    /// <summary>A field that permutes has a filter for each channel, any other one for all its channels.</summary>
    private static long[] FilterOfChannel(FieldType type, FieldType filters) =>
        [.. from field in Enumerable.Range(0, type.Fields.Count)
            from index in Enumerable.Range(0, type.Fields[field].Dimension)
            select (long)filters.Offset(field) + (type.Fields[field] is PermutationRepresentation ? index : 0)];
}
