using System.Runtime.CompilerServices;

namespace GCnn.Groups.Tests;

/// <summary>One dimension known by hand: the arithmetic is computed, and its text is the row's name.</summary>
internal sealed record DimensionRow(string Title, KernelSpace Space, double ByCharacters, int Pinned, int Sum, int Over)
{
    /// <summary>
    /// Burnside's count by hand, <c>(1/|H|) Σ_h χ_out(h) χ_in(h) χ_D(h)</c>: the dimension, the order, and the sum as arithmetic.
    /// </summary>
    public static DimensionRow Of(
        FilterBasis filters,
        Func<FiniteGroup, Representation> input,
        Func<FiniteGroup, Representation> output,
        int pinned,
        int over,
        int sum,
        [CallerArgumentExpression(nameof(sum))] string text = "")
    {
        (Representation i, Representation o) = (input(filters.Group.PointGroup), output(filters.Group.PointGroup));
        KernelSpace space = KernelSpace.For(i, o, filters);
        string title = $"{filters.Group} {i} -> {o}, {filters}: {pinned} = ({text})" + (over == 1 ? "" : $" / {over}");
        return new(title, space, KernelSpace.DimensionByCharacters(i, o, filters), pinned, sum, over);
    }

    /// <summary>The first disagreement, or null.</summary>
    public string? Violation()
    {
        if (Over != 1 && Over != Space.Filters.Group.Order)
        {
            return $"{Title}: the group has {Space.Filters.Group.Order} elements";
        }

        if (Sum != Pinned * Over)
        {
            return $"{Title}: the arithmetic gives {Sum} / {Over}";
        }

        if (Space.Dimension != Pinned)
        {
            return $"{Title}: the space has dimension {Space.Dimension}";
        }

        return Math.Abs(ByCharacters - Pinned) > 1e-9 ? $"{Title}: by characters {ByCharacters}" : ByIndexMap();
    }

    /// <summary>The free weights of the index map, where both representations permute and the basis is pixels.</summary>
    private string? ByIndexMap()
    {
        if (Space is not { Input: PermutationRepresentation, Output: PermutationRepresentation, Filters: PixelBasis pixels })
        {
            return null;
        }

        int free = FilterIndexMap.For(
            FieldType.Of(pixels.Group, Space.Input), FieldType.Of(pixels.Group, Space.Output), pixels.Stencil).FreeCount;
        return free == Pinned ? null : $"{Title}: the index map has {free} free weights";
    }
}
