using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Which point elements commute with a layer, by its geometry alone.</summary>
internal static class PointElements
{
    /// <summary>The elements of a group that have a counterpart in a subgroup of it and keep the lattice.</summary>
    public static IReadOnlyList<int> Of(PlaneGroup group, PlaneGroup subgroup) => [.. group.ElementsOf(subgroup.LatticeGroup).Order()];

    /// <summary>
    /// Whether a point element takes a layer's windows to its windows on the turned image. The windows of an axis with something left over
    /// lie nearer to its beginning; so an axis whose direction the element reverses must be reversible (docs/exactness.md).
    /// </summary>
    /// <param name="matrix">The element's matrix.</param>
    /// <param name="axes">The windows along both axes.</param>
    public static bool Commutes(IntegerMatrix matrix, (WindowAxis Rows, WindowAxis Columns) axes) =>
        (!ReversesColumns(matrix) || axes.Columns.IsReversible) && (!ReversesRows(matrix) || axes.Rows.IsReversible);

    /// <summary>Whether the axis from left to right comes to run from right to left or upwards.</summary>
    public static bool ReversesColumns(IntegerMatrix matrix) => matrix.A < 0 || matrix.C < 0;

    /// <summary>Whether the axis from top to bottom comes to run upwards or from right to left.</summary>
    public static bool ReversesRows(IntegerMatrix matrix) => matrix.B < 0 || matrix.D < 0;

    /// <summary>
    /// The elements as a subgroup. On an image that is not square a quarter turn may commute and its inverse, which belongs to the image of
    /// the other shape, not: then those elements that keep the shape.
    /// </summary>
    public static Subgroup AsSubgroup(PlaneGroup group, IReadOnlyList<int> elements)
    {
        var generated = Subgroup.Generated(group.PointGroup, [.. elements]);
        return generated.Order == elements.Count
            ? generated
            : Subgroup.Generated(group.PointGroup, [.. elements.Where(h => !group.SwapsAxes(h))]);
    }
}
