using GCnn.Groups;

namespace GCnn.Augment;

/// <summary>The element of a plane group's point group that was drawn for one sample.</summary>
/// <param name="Group">The plane group.</param>
/// <param name="Element">The number of the element in the point group.</param>
public sealed record PointElementParameters(PlaneGroup Group, int Element) : StepParameters
{
    /// <summary>Whether the element's determinant is −1.</summary>
    public override bool IsReflection => !Group.IsRotation(Element);
}
