namespace GCnn.Augment;

/// <summary>The warp drawn for one sample: flip, then rotation, then scale, then shift, about the image's centre.</summary>
/// <param name="Degrees">The rotation's angle, positive anticlockwise as seen on screen.</param>
/// <param name="Scale">The factor by which things grow.</param>
/// <param name="ShiftX">The shift to the right in pixels of the output.</param>
/// <param name="ShiftY">The shift downwards in pixels of the output.</param>
/// <param name="Flip">Whether left and right are exchanged first.</param>
public sealed record WarpParameters(double Degrees, double Scale = 1, double ShiftX = 0, double ShiftY = 0, bool Flip = false)
    : StepParameters
{
    /// <summary>Whether the warp's determinant is negative.</summary>
    public override bool IsReflection => Flip;

    /// <summary>
    /// The map from places of the output to places of the input, <c>p = [[A, B], [C, D]] p' + (E, F)</c>, both in pixels from the centre.
    /// </summary>
    /// <remarks>
    /// The warp moves <c>p</c> to <c>p' = s R F p + t</c>, with <c>F = [[±1, 0], [0, 1]]</c> and, because <c>Y</c> grows downwards,
    /// <c>R = [[cos, sin], [−sin, cos]]</c> for an anticlockwise turn on screen (CONVENTIONS.md). So <c>p = F Rᵀ (p' − t) / s</c>.
    /// </remarks>
    internal (double A, double B, double C, double D, double E, double F) Backward
    {
        get
        {
            (double sine, double cosine) = Math.SinCos(Degrees * Math.PI / 180);
            double mirror = Flip ? -1 : 1;
            (double a, double b, double c, double d) = (mirror * cosine / Scale, -mirror * sine / Scale, sine / Scale, cosine / Scale);
            return (a, b, c, d, -((a * ShiftX) + (b * ShiftY)), -((c * ShiftX) + (d * ShiftY)));
        }
    }
}
