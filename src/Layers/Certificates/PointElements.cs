using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Point elements of a plane group, and what they do to the axes of an image.</summary>
internal static class PointElements
{
    /// <summary>
    /// Whether a point element takes windows to windows of the turned image. What is left over on an axis is left over at its end; so an axis
    /// whose direction the element reverses must be reversible, and no other (docs/exactness.md).
    /// </summary>
    /// <param name="matrix">The element's matrix.</param>
    /// <param name="rows">Whether the axis from top to bottom is reversible.</param>
    /// <param name="columns">Whether the axis from left to right is reversible.</param>
    public static bool Commutes(IntegerMatrix matrix, bool rows, bool columns) =>
        (rows || !ReversesRows(matrix)) && (columns || !ReversesColumns(matrix));

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
