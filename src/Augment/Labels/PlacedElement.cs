using GCnn.Groups;

namespace GCnn.Augment;

/// <summary>Which element of a point group an image moved by.</summary>
internal static class PlacedElement
{
    // Products of rotations that are together an element agree with it up to roundings.
    private const double Rounding = 1e-9;

    /// <summary>The number of the element, whatever the shift.</summary>
    /// <exception cref="ArgumentException">The motion is no element of the group.</exception>
    public static int Of(PlaneGroup group, Placement placement, int sample)
    {
        Affine moved = placement.OnScreen;
        for (int h = 0; h < group.Order; h++)
        {
            RationalIsometry motion = group.Motion(h);
            Affine element = Affine.Rotation(360.0 * motion.Turn / motion.Turns) * (motion.Reflects ? Affine.UpDown : Affine.Identity);
            if (Differs(element.A, moved.A) || Differs(element.B, moved.B) || Differs(element.C, moved.C) || Differs(element.D, moved.D))
            {
                continue;
            }

            return h;
        }

        throw new ArgumentException(
            $"Image {sample} moved by the matrix [[{moved.A}, {moved.B}], [{moved.C}, {moved.D}]], which is no element of {group}. Draw " +
            "elements of this group, or move vectors by VectorFields, which takes any matrix.",
            nameof(placement));
    }

    private static bool Differs(double one, double other) => !(Math.Abs(one - other) <= Rounding);
}
