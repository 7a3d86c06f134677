using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// Which shifts a layer or net commutes with, apart from what the border does: a shift of the input by a point <c>S v</c> of a sublattice is
/// one of the output by <c>Steps v</c>.
/// </summary>
/// <param name="Sublattice">The shifts of the input; for a stride <c>s</c> they are <c>s Z²</c>, of index <c>s²</c>.</param>
/// <param name="Steps">What the output moves by, 1 unless there is upsampling.</param>
/// <param name="Cyclic">
/// Whether the law holds exactly for cyclic shifts of the whole image, as with circular padding on a size that the stride divides.
/// </param>
/// <param name="Margin">
/// How many output pixels at each side can see beyond the image, or what was made of it. On windows cut from a larger scene the law holds
/// exactly without them.
/// </param>
public sealed record ShiftSymmetry(Sublattice Sublattice, int Steps, bool Cyclic, int Margin)
{
    /// <summary>Such as <c>by 4, cyclic</c> or <c>by 2, margin 1</c>.</summary>
    public override string ToString() => (Sublattice.Basis is { B: 0, C: 0, A: var s } ? $"by {s}" : $"by index {Sublattice.Index}")
        + (Steps > 1 ? $" to {Steps}" : string.Empty) + (Cyclic ? ", cyclic" : string.Empty)
        + (Margin > 0 ? $", margin {Margin}" : string.Empty);

    /// <summary>All shifts, of the image itself. A hexagon does not wrap around.</summary>
    internal static ShiftSymmetry All(Lattice lattice) =>
        new(Sublattice.FromBasis(lattice, IntegerMatrix.Identity), 1, Cyclic: lattice is SquareLattice, 0);

    /// <summary>After a layer for which a shift by <paramref name="from"/> pixels is one by <paramref name="to"/> of its output.</summary>
    internal ShiftSymmetry Scaled(int from, int to, bool cyclic, int margin)
    {
        int common = GreatestCommonDivisor(Steps, from);
        var own = Sublattice.Generated(Sublattice.Lattice, new LatticePoint(from / common, 0));
        return new(Sublattice.FromBasis(own.Lattice, Sublattice.Basis * own.Basis), Steps / common * to, Cyclic && cyclic, margin);
    }

    /// <summary>After sampling on a sublattice; null where shifts were enlarged before.</summary>
    internal ShiftSymmetry? Sampled(Sublattice own, int margin) =>
        Steps == 1 ? new(Sublattice.FromBasis(own.Lattice, Sublattice.Basis * own.Basis), 1, Cyclic: false, margin) : null;

    /// <summary>The shifts that both have.</summary>
    internal static ShiftSymmetry? Common(ShiftSymmetry? a, ShiftSymmetry? b) =>
        a is not null && b is not null && a.Sublattice.Equals(b.Sublattice) && a.Steps == b.Steps
            ? a with { Cyclic = a.Cyclic && b.Cyclic, Margin = Math.Max(a.Margin, b.Margin) }
            : null;

    internal static int GreatestCommonDivisor(int a, int b) => (int)System.Numerics.BigInteger.GreatestCommonDivisor(a, b);
}
