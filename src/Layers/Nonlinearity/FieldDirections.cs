using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// The direction in the plane that each channel of a regular or quotient field stands for: vectors <c>v_i</c> of irrep 1 with
/// <c>ρ_1(g) v_i = v_(g·i)</c>.
/// </summary>
/// <remarks>
/// <c>v_0</c> must be fixed by the stabiliser <c>K</c> of channel 0, so it is a mean over <c>K</c> of <c>ρ_1(k) e</c>, made of length 1.
/// With <c>K = {e}</c> it is <c>e_1</c>, and channel <c>r^j</c> stands for the angle <c>2πj / n</c>; so does channel <c>r^j s</c>, since
/// <c>s</c> keeps <c>e_1</c>. A <c>K</c> of one reflection keeps its mirror; one with a rotation keeps nothing.
/// </remarks>
internal static class FieldDirections
{
    private static readonly double[][] Axes = [[1, 0], [0, 1]];

    /// <summary>The irrep of the plane's vectors, frequency 1; null for groups of fewer than three rotations, which split it.</summary>
    public static Irrep? Plane(FiniteGroup group) => Irreps.Of(group).FirstOrDefault(irrep => irrep is { Frequency: 1, Dimension: 2 });

    /// <summary>The vectors, one after the other; null where the field is not transitive or no direction is kept.</summary>
    public static double[]? Of(Representation field, Irrep plane)
    {
        if (field is not PermutationRepresentation { IsTransitive: true } channels || Kept(channels, plane) is not double[] first)
        {
            return null;
        }

        double[] directions = new double[2 * field.Dimension];
        for (int g = field.Group.Order - 1; g >= 0; g--)
        {
            Turn(plane.Entries(g), first).CopyTo(directions, 2 * channels.Act(g, 0));
        }

        return directions;
    }

    private static double[]? Kept(PermutationRepresentation channels, Irrep plane)
    {
        int[] stabilizer = [.. Enumerable.Range(0, channels.Group.Order).Where(g => channels.Act(g, 0) == 0)];
        foreach (double[] axis in Axes)
        {
            double[][] images = [.. stabilizer.Select(k => Turn(plane.Entries(k), axis))];
            (double x, double y) = (images.Average(v => v[0]), images.Average(v => v[1]));
            double length = Math.Sqrt((x * x) + (y * y));
            if (length > 1e-9)
            {
                return [x / length, y / length];
            }
        }

        return null;
    }

    private static double[] Turn(ReadOnlySpan<double> m, double[] v) => [(m[0] * v[0]) + (m[1] * v[1]), (m[2] * v[0]) + (m[3] * v[1])];
}
