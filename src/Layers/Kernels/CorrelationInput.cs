using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>What a row of a correlation reads at an element of the group: a channel, at a tap of the stencil's box.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Row">The tap's row in the box.</param>
/// <param name="Column">The tap's column.</param>
internal readonly record struct CorrelationInput(int Channel, int Row, int Column)
{
    /// <summary>A channel at a point of a stencil, or at the opposite one.</summary>
    public static CorrelationInput At(int channel, Stencil stencil, LatticePoint doubledPoint, bool opposite)
    {
        int slot = stencil.Slot(doubledPoint);
        (int row, int column) = Math.DivRem(opposite ? (stencil.Rows * stencil.Columns) - 1 - slot : slot, stencil.Columns);
        return new CorrelationInput(channel, row, column);
    }
}
