using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// A learnt bias <c>b(q − p)</c> for each pair of positions, <c>b(g u) = b(u)</c>, and 0 where the offset <c>u</c> leaves the window.
/// </summary>
/// <remarks>It is the filter of a convolution from a scalar field to one for each head, so it is invariant for every group.</remarks>
internal sealed class RelativePositions : nn.Module
{
    private DeviceIndex? _slots;
    private (long Rows, long Columns) _size;
    private readonly Convolution filter;

    internal RelativePositions(PlaneGroup group, int heads, int reach)
        : base(nameof(RelativePositions))
    {
        Stencil window = group.Lattice is HexagonalLattice ? Stencil.Hexagon(reach) : Stencil.Square((2 * reach) + 1);
        filter = new Convolution(FieldType.Trivial(group, 1), FieldType.Trivial(group, heads), window, bias: false);
        using (no_grad())
        {
            // At first no offset is preferred.
            filter.Weight.zero_();
        }

        RegisterComponents();
    }

    /// <summary>The biases of an image's pairs. The caller owns the scope. <b>Shapes:</b> <c>heads x H W x H W</c>.</summary>
    internal Tensor Bias(long rows, long columns)
    {
        Tensor table = filter.ExpandedFilter().flatten(1);
        Tensor extended = cat([table, table.new_zeros([table.size(0), 1])], 1);
        if (_slots is null || _size != (rows, columns))
        {
            _slots?.Dispose();
            (_slots, _size) = (new DeviceIndex(Slots(filter.Stencil, (int)rows, (int)columns)), (rows, columns));
        }

        return extended.index_select(1, _slots.On(table.device)).view(table.size(0), rows * columns, rows * columns);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _slots?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>For each pair <c>(p, q)</c> the slot of the offset <c>q − p</c> in the window's box, or the one behind the last.</summary>
    private static long[] Slots(Stencil window, int rows, int columns)
    {
        (int reachRows, int reachColumns, int beyond) = (window.Rows / 2, window.Columns / 2, window.Rows * window.Columns);
        long[] slots = new long[rows * columns * rows * columns];
        int next = 0;
        for (int p = 0; p < rows * columns; p++)
        {
            for (int q = 0; q < rows * columns; q++)
            {
                (int row, int column) = ((q / columns) - (p / columns) + reachRows, (q % columns) - (p % columns) + reachColumns);
                bool inside = row >= 0 && row < window.Rows && column >= 0 && column < window.Columns;
                slots[next++] = inside ? (row * window.Columns) + column : beyond;
            }
        }

        return slots;
    }
}
