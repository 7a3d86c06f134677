using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// A combination of basis kernels for each pair of fields, <c>filter[f, o, f', i, u] = Σ_k w[f, f', k] K_k[o, i](u)</c>: for any
/// representations and any filters.
/// </summary>
internal sealed partial class BasisExpansion : FilterExpansion
{
    private readonly FieldKernels _kernels;
    private readonly int _groups;
    private readonly KernelBlockExpansion[] _blocks;
    private readonly DeviceIndex? _points;

    internal BasisExpansion(FieldKernels kernels, int groups = 1)
    {
        _kernels = kernels;
        _groups = groups;
        Dictionary<KernelSpace, KernelBlockExpansion> made = [];
        _blocks = [.. kernels.Blocks.Select(block => made.TryGetValue(block.Kernels, out KernelBlockExpansion? known)
            ? known
            : made[block.Kernels] = KernelBlockExpansion.For(block.Kernels))];
        Stencil stencil = kernels.Filters.Stencil;
        if (stencil.Count < stencil.Rows * stencil.Columns)
        {
            _points = new DeviceIndex(PointOfSlot(stencil));
        }
    }

    /// <summary>The kernels, where they serve all fields at once.</summary>
    internal FieldKernels? Kernels => _groups == 1 ? _kernels : null;

    internal override FieldType InputType => _kernels.InputType;

    internal override FieldType OutputType => _kernels.OutputType;

    internal override int WeightCount => _groups * _kernels.Dimension;

    public override void Dispose()
    {
        foreach (KernelBlockExpansion block in _blocks)
        {
            block.Dispose();
        }

        _points?.Dispose();
    }

    internal override Tensor Expand(Tensor weight)
    {
        using var scope = NewDisposeScope();
        Stencil stencil = _kernels.Filters.Stencil;
        Tensor free = weight.view(_groups, _kernels.Dimension);
        Tensor[] rows = [.. _kernels.Blocks.Zip(_blocks)
            .GroupBy(pair => pair.First.Output.FirstField)
            .Select(row => cat([.. row.Select(pair => Expand(free, pair.First, pair.Second))], 2))];
        return OnBox(cat(rows, 1))
            .view(_groups * _kernels.OutputType.Channels, _kernels.InputType.Channels, stencil.Rows, stencil.Columns)
            .MoveToOuterDisposeScope();
    }

    /// <summary><b>Shapes:</b> <c>groups x weights</c> to <c>groups x output channels x input channels x points</c> of a block.</summary>
    private Tensor Expand(Tensor free, KernelBlock block, KernelBlockExpansion expansion) => expansion
        .Expand(
            free.narrow(1, block.FirstWeight, block.WeightCount).reshape(_groups * block.WeightCount),
            _groups * block.Output.Fields,
            block.Input.Fields)
        .view(_groups, block.Output.Channels, block.Input.Channels, _kernels.Filters.Stencil.Count);

    /// <summary>Lays the stencil's points on its bounding box, with zeros elsewhere.</summary>
    private Tensor OnBox(Tensor taps) => _points is null
        ? taps
        : cat([taps, taps.new_zeros([taps.size(0), taps.size(1), taps.size(2), 1])], 3).index_select(3, _points.On(taps.device));

    private static long[] PointOfSlot(Stencil stencil)
    {
        long[] points = new long[stencil.Rows * stencil.Columns];
        Array.Fill(points, stencil.Count);
        for (int point = 0; point < stencil.Count; point++)
        {
            points[stencil.Slot(stencil.DoubledPoints[point])] = point;
        }

        return points;
    }
}
