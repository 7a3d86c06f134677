using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Which shifts of the input a layer or net commutes with: those of a sublattice, apart from what the border does.</summary>
/// <param name="Stride">The factor <c>s</c>: a shift of the input by <c>s t</c> is one of the output by <c>t</c>.</param>
/// <param name="Sublattice">The shifts <c>s Z²</c> as a sublattice of index <c>s²</c>.</param>
/// <param name="Cyclic">
/// Whether the law holds exactly for cyclic shifts of the whole image, as with circular padding on a size that the stride divides.
/// </param>
/// <param name="Margin">
/// How many output pixels at each side see beyond the image. On windows cut from a larger scene the law holds exactly without them.
/// </param>
public sealed record ShiftSymmetry(int Stride, Sublattice Sublattice, bool Cyclic, int Margin)
{
    /// <summary>Such as <c>by 4, cyclic</c> or <c>by 2, margin 1</c>.</summary>
    public override string ToString() => $"by {Stride}{(Cyclic ? ", cyclic" : string.Empty)}{(Margin > 0 ? $", margin {Margin}" : string.Empty)}";

    internal static ShiftSymmetry Of(Lattice lattice, int stride, bool cyclic, int margin) =>
        new(stride, Sublattice.Generated(lattice, new LatticePoint(stride, 0)), cyclic, margin);
}
