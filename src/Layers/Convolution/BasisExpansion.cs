using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// A combination of basis kernels for each pair of fields, <c>filter[f, o, f', i, u] = Σ_k w[f, f', k] K_k[o, i](u)</c>: for any
/// representations and any filters.
/// </summary>
internal sealed class BasisExpansion : FilterExpansion
{
    private readonly FieldKernels _kernels;
    private readonly KernelBlockExpansion[] _blocks;
    private readonly DeviceIndex? _points;

    internal BasisExpansion(FieldKernels kernels)
    {
        _kernels = kernels;
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

    internal override int WeightCount => _kernels.Dimension;

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
        Tensor[] rows = [.. _kernels.Blocks.Zip(_blocks)
            .GroupBy(pair => pair.First.Output.FirstField)
            .Select(row => cat([.. row.Select(pair => Expand(weight, pair.First, pair.Second))], 1))];
        Stencil stencil = _kernels.Filters.Stencil;
        return OnBox(cat(rows, 0))
            .view(_kernels.OutputType.Channels, _kernels.InputType.Channels, stencil.Rows, stencil.Columns)
            .MoveToOuterDisposeScope();
    }

    internal override Tensor InitialWeights(Generator? generator)
    {
        using var scope = NewDisposeScope();
        Tensor weights = empty(WeightCount).normal_(0, 1, generator);
        foreach (IGrouping<int, (KernelBlock Block, KernelBlockExpansion Expansion)> row in
            _kernels.Blocks.Zip(_blocks).GroupBy(pair => pair.First.Output.FirstField))
        {
            double energy = row.Sum(pair => pair.Block.Input.Fields * pair.Expansion.Energy);
            foreach ((KernelBlock block, _) in row.Where(_ => energy > 0))
            {
                weights.narrow(0, block.FirstWeight, block.WeightCount).mul_(Math.Sqrt(2 / energy));
            }
        }

        return weights.MoveToOuterDisposeScope();
    }

    private static Tensor Expand(Tensor weight, KernelBlock block, KernelBlockExpansion expansion) => expansion.Expand(
        weight.narrow(0, block.FirstWeight, block.WeightCount), block.Output.Fields, block.Input.Fields);

    /// <summary>Lays the stencil's points on its bounding box, with zeros elsewhere.</summary>
    private Tensor OnBox(Tensor taps) => _points is null
        ? taps
        : cat([taps, taps.new_zeros([taps.size(0), taps.size(1), 1])], 2).index_select(2, _points.On(taps.device));

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
