using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// A learnt bias <c>b(q − p)</c> for each pair of positions, <c>b(g u) = b(u)</c>, and 0 where the offset <c>u</c> leaves the window.
/// </summary>
/// <remarks>It is the filter of a convolution from a scalar field to one for each head, so it is invariant for every group.</remarks>
internal sealed class RelativePositions : nn.Module
{
    private readonly RelativeSlots _slots;
    private readonly Convolution filter;

    internal RelativePositions(PlaneGroup group, int heads, int reach)
        : base(nameof(RelativePositions))
    {
        Stencil window = group.Lattice is HexagonalLattice ? Stencil.Hexagon(reach) : Stencil.Square((2 * reach) + 1);
        filter = new Convolution(FieldType.Trivial(group, 1), FieldType.Trivial(group, heads), window, bias: false);
        _slots = new RelativeSlots(window.Rows, window.Columns);
        using (no_grad())
        {
            // At first no offset is preferred.
            filter.Weight.zero_();
        }

        RegisterComponents();
    }

    /// <summary>The bias of each offset in the window. <b>Shapes:</b> <c>heads x rows x columns</c>.</summary>
    internal Tensor Table() => filter.ExpandedFilter().squeeze(1);

    /// <summary>The biases of an image's pairs. The caller owns the scope. <b>Shapes:</b> <c>heads x H W x H W</c>.</summary>
    internal Tensor Bias(long rows, long columns) => _slots.Gather(Table(), rows, columns);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _slots.Dispose();
        }

        base.Dispose(disposing);
    }
}
