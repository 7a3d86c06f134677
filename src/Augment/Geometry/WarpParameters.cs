namespace GCnn.Augment;

/// <summary>The warp drawn for one sample: flip, then shear, then rotation, then scale, then shift, about the image's centre.</summary>
/// <param name="Degrees">The rotation's angle, positive anticlockwise as seen on screen.</param>
/// <param name="Scale">The factor by which things grow.</param>
/// <param name="ShiftX">The shift to the right in pixels of the output.</param>
/// <param name="ShiftY">The shift downwards in pixels of the output.</param>
/// <param name="Flip">Whether left and right are exchanged first.</param>
/// <param name="ShearX">The slope <c>s_x</c> of <see cref="Affine.Shear"/>.</param>
/// <param name="ShearY">The slope <c>s_y</c> of <see cref="Affine.Shear"/>.</param>
public sealed record WarpParameters(
    double Degrees, double Scale = 1, double ShiftX = 0, double ShiftY = 0, bool Flip = false, double ShearX = 0, double ShearY = 0)
    : StepParameters
{
    /// <summary>Whether the warp's determinant is negative.</summary>
    public override bool IsReflection => Flip;

    /// <summary>The map from the input to the output: <c>p' = s R S F p + t</c>.</summary>
    internal Affine Map => Affine.Shift(ShiftX, ShiftY) * Affine.Scale(Scale) * Affine.Rotation(Degrees)
        * Affine.Shear(ShearX, ShearY) * (Flip ? Affine.LeftRight : Affine.Identity);
}
