using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>The channels of a field that the group takes to channels, <c>ρ(g) e_i = e_j</c> for every <c>g</c>.</summary>
/// <remarks>
/// The group permutes them among themselves, so their sum is invariant, and adding a number to all of them commutes with it. They are all
/// of a permutation field, none of an irrep other than the trivial one, and of a direct sum those of the parts.
/// </remarks>
internal static class PermutedChannels
{
    /// <summary>Whether each channel is one of them.</summary>
    public static bool[] Of(Representation field) => field is PermutationRepresentation
        ? [.. Enumerable.Repeat(true, field.Dimension)]
        : [.. Enumerable.Range(0, field.Dimension).Select(i => Enumerable.Range(0, field.Group.Order).All(g => HasImage(field, g, i)))];

    /// <summary>Whether all channels are, as those of the trivial irrep, whatever the class of the representation.</summary>
    public static bool AreAll(Representation field) => field is PermutationRepresentation || Array.TrueForAll(Of(field), moves => moves);

    // A column of length 1 that holds a 1 holds nothing else.
    private static bool HasImage(Representation field, int g, int i)
    {
        ReadOnlySpan<double> entries = field.Entries(g);
        for (int j = 0; j < field.Dimension; j++)
        {
            if (Math.Abs(entries[(j * field.Dimension) + i] - 1) < 1e-9)
            {
                return true;
            }
        }

        return false;
    }
}
