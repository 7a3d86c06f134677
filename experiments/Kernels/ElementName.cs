using GCnn.Groups;

namespace GCnn.Experiments.Kernels;

/// <summary>Short names for elements of a point group and for the coordinates of a field.</summary>
internal static class ElementName
{
    /// <summary>Such as <c>e</c>, <c>r</c>, <c>r2</c>, <c>s</c> or <c>r2s</c>, by the numbering of CONVENTIONS.md.</summary>
    /// <param name="group">The plane group.</param>
    /// <param name="h">An element of its point group.</param>
    public static string Of(PlaneGroup group, int h)
    {
        int rotations = Enumerable.Range(0, group.Order).Count(group.IsRotation);
        (int reflections, int turn) = Math.DivRem(h, rotations);
        string rotation = turn switch { 0 => "", 1 => "r", _ => $"r{turn}" };
        return (rotation, reflections) switch { ("", 0) => "e", (_, 0) => rotation, _ => $"{rotation}s" };
    }

    /// <summary>The name of a coordinate: an element, a coset, a number, or nothing where there is but one.</summary>
    /// <param name="group">The plane group.</param>
    /// <param name="field">A representation of its point group.</param>
    /// <param name="index">The number of the coordinate.</param>
    public static string OfCoordinate(PlaneGroup group, Representation field, int index) => field switch
    {
        RegularRepresentation => Of(group, index),
        QuotientRepresentation quotient => $"{Of(group, new Cosets(quotient.Subgroup).Representative(index))}K",
        _ => field.Dimension == 1 ? "" : $"{index + 1}",
    };
}
