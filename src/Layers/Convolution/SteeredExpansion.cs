using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Into regular fields from fields that permute their channels: <c>filter[h, j](u) = Σ_b w[h⁻¹ j, b] ψ_b(h⁻¹ u)</c>. The weights are gathered and
/// meet each orientation's steered filters in one product, <c>|H|</c> times cheaper than the sampled basis.
/// </summary>
/// <remarks>The weights stand in the order that <see cref="KernelSpace.For"/> states. Source: [CohenWelling2016], equation (11), with any filters.</remarks>
internal sealed class SteeredExpansion : KernelBlockExpansion
{
    private readonly DeviceConstant _filters;
    private readonly DeviceIndex _inputs;

    internal SteeredExpansion(KernelSpace kernels)
        : base(kernels)
    {
        FilterBasis filters = kernels.Filters;
        int order = filters.Group.Order;
        double[] steered = [.. Enumerable.Range(0, order).SelectMany(h => Steer(filters, h))];
        Energy = kernels.Input.Dimension * steered.Sum(value => value * value) / order;
        _filters = new DeviceConstant(steered, [order, filters.Count, filters.Stencil.Count]);
        _inputs = new DeviceIndex(InverseImages((PermutationRepresentation)kernels.Input));
    }

    internal override double Energy { get; }

    public override void Dispose()
    {
        _filters.Dispose();
        _inputs.Dispose();
    }

    /// <summary>Whether the kernels are numbered by input index and filter, as this product needs.</summary>
    internal static bool Serves(KernelSpace kernels) =>
        kernels.Output is RegularRepresentation && kernels.Input is PermutationRepresentation;

    internal override Tensor Expand(Tensor weight, int outputFields, int inputFields)
    {
        (int order, int columns) = (Kernels.Output.Dimension, Kernels.Input.Dimension);
        (int filters, int points) = (Kernels.Filters.Count, Kernels.Filters.Stencil.Count);
        Tensor free = weight.view(outputFields * inputFields, columns, filters);
        (Tensor inputs, Tensor steered) = (_inputs.On(weight.device), _filters.Like(weight));

        // Orientation by orientation: each meets its own filters where it stands, and only the joined result is copied.
        Tensor[] orientations = [.. Enumerable.Range(0, order).Select(h => free
            .index_select(1, inputs.narrow(0, (long)h * columns, columns))
            .matmul(steered.select(0, h))
            .view(outputFields, inputFields * columns, points))];
        return stack(orientations, 1).view(outputFields * order, inputFields * columns, points);
    }

    /// <summary><c>ψ_b(h⁻¹ u) / √|H| = Σ_b' D(h)_{b'b} ψ_b'(u) / √|H|</c>, filters by points.</summary>
    private static double[] Steer(FilterBasis filters, int h)
    {
        (int count, int points) = (filters.Count, filters.Stencil.Count);
        double[] action = filters.Action(h);
        double scale = 1 / Math.Sqrt(filters.Group.Order);
        ReadOnlySpan<double> values = filters.Values;
        double[] steered = new double[count * points];
        for (int from = 0; from < count; from++)
        {
            for (int to = 0; to < count; to++)
            {
                double factor = scale * action[(from * count) + to];
                for (int u = 0; u < points && factor != 0; u++)
                {
                    steered[(to * points) + u] += factor * values[(from * points) + u];
                }
            }
        }

        return steered;
    }

    /// <summary>For each <c>h</c> and each basis vector <c>j</c> the index <c>h⁻¹ j</c>.</summary>
    private static long[] InverseImages(PermutationRepresentation input) =>
        [.. from h in Enumerable.Range(0, input.Group.Order)
            from j in Enumerable.Range(0, input.Dimension)
            select (long)input.Act(input.Group.Inverse(h), j)];
}
