using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// What an irrep of SO(2) or O(2) is on <c>C_n</c> or <c>D_n</c>: its frequency folds, since <c>n</c> angles cannot tell <c>k</c> from
/// <c>n − k</c>.
/// </summary>
internal static class IrrepRestriction
{
    private static readonly Matrix<double> Mirror = Matrix<double>.Build.DenseOfDiagonalArray([1, -1]);

    /// <summary>The representation with the same matrices, made of irreps of the subgroup.</summary>
    public static Representation Of(ContinuousIrrep irrep, FiniteGroup subgroup, int n)
    {
        IReadOnlyList<Irrep> irreps = Irreps.Of(subgroup);
        if (irrep.Dimension == 1)
        {
            return irreps[(int)irrep.Parity];
        }

        // C_n has one irrep for each frequency. D_n has two for the frequencies 0 and n/2, the one with s -> 1 first.
        bool reflects = irrep.Group.HasReflections;
        int k = irrep.Frequency % n;
        int folded = Math.Min(k, n - k);
        int place = reflects && folded > 0 ? folded + 1 : folded;
        return k == 0 || 2 * k == n ? irreps[place] + irreps[reflects ? place + 1 : place]
            : k == folded ? irreps[place]
            : irreps[place].ChangeBasis(Mirror);
    }
}
