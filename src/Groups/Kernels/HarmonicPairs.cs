namespace GCnn.Groups;

/// <summary>How isometries turn circular harmonics into each other: what all bases of such filters share.</summary>
/// <remarks>
/// A rotation by <c>τ</c> turns the pair of frequency <c>m</c> by <c>[[cos mτ, −sin mτ], [sin mτ, cos mτ]]</c>, a reflection
/// <c>φ → τ − φ</c> by <c>[[cos mτ, sin mτ], [sin mτ, −cos mτ]]</c>; the filters of frequency 0 stay.
/// </remarks>
internal static class HarmonicPairs
{
    /// <summary>The matrix <c>D(g)</c>, row-major.</summary>
    public static double[] Action(IReadOnlyList<CircularHarmonic> harmonics, RationalIsometry motion)
    {
        double[] matrix = new double[harmonics.Count * harmonics.Count];
        for (int b = 0; b < harmonics.Count; b++)
        {
            int m = harmonics[b].Frequency;
            if (m == 0)
            {
                matrix[(b * harmonics.Count) + b] = 1;
            }
            else if (!harmonics[b].IsSine)
            {
                (double cos, double sin) = UnitCircle.At((long)m * motion.Turn, motion.Turns);
                (double up, double down) = motion.Reflects ? (sin, -cos) : (-sin, cos);
                (matrix[(b * harmonics.Count) + b], matrix[(b * harmonics.Count) + b + 1]) = (cos, up);
                (matrix[((b + 1) * harmonics.Count) + b], matrix[((b + 1) * harmonics.Count) + b + 1]) = (sin, down);
            }
        }

        return matrix;
    }

    /// <summary>The character <c>tr D(g)</c>.</summary>
    public static double Character(IReadOnlyList<CircularHarmonic> harmonics, RationalIsometry motion) => harmonics.Sum(
        h => h.Frequency == 0 ? 1 : motion.Reflects ? 0 : UnitCircle.Cos((long)h.Frequency * motion.Turn, motion.Turns));

    /// <summary>Each filter of frequency 0 by itself, of the others each cosine with its sine.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Blocks(IReadOnlyList<CircularHarmonic> harmonics) =>
        [.. Enumerable.Range(0, harmonics.Count)
            .Where(b => !harmonics[b].IsSine)
            .Select(b => harmonics[b].Frequency == 0 ? new[] { b } : [b, b + 1])];
}
