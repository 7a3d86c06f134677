using GCnn.Groups;

namespace GCnn.Augment;

/// <summary>The element of a plane group's point group that was drawn for one sample.</summary>
/// <param name="Group">The plane group.</param>
/// <param name="Element">The number of the element in the point group.</param>
public sealed record PointElementParameters(PlaneGroup Group, int Element) : StepParameters
{
    /// <summary>Whether the element's determinant is −1.</summary>
    public override bool IsReflection => !Group.IsRotation(Element);

    /// <summary>The element as a map of pixels: the integer matrix where it keeps the lattice, else that of its motion on screen.</summary>
    internal Affine Map
    {
        get
        {
            if (Group.KeepsLattice(Element))
            {
                IntegerMatrix matrix = Group.Matrix(Element);
                return new(matrix.A, matrix.B, matrix.C, matrix.D, 0, 0);
            }

            // phi -> tau - phi first mirrors up and down, phi -> -phi, and then turns by tau.
            RationalIsometry motion = Group.Motion(Element);
            return Affine.Rotation(360.0 * motion.Turn / motion.Turns) * (motion.Reflects ? Affine.UpDown : Affine.Identity);
        }
    }

    /// <summary>The same, if it is of the group that an augmentation acts by; refuses others.</summary>
    internal PointElementParameters Of(PlaneGroup group) => Group.Equals(group)
        ? this
        : throw new ArgumentException(
            $"The element to apply is of {Group}; this augmentation acts by {group}. Were the parameters drawn by another one?",
            nameof(group));
}
