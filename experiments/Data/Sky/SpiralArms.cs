namespace GCnn.Experiments.Data.Sky;

/// <summary>Logarithmic spiral arms on a disk: bright where <c>Hand * angle = ln(radius) / tan(pitch) + constant</c>.</summary>
/// <param name="Hand">+1 for the letter S (anticlockwise in Galaxy Zoo's words), -1 for the letter Z (clockwise). It enters the picture
/// only as this sign.</param>
/// <param name="Count">Number of arms.</param>
/// <param name="Winding">One over the tangent of the pitch angle.</param>
/// <param name="Phase">Angle of the first arm at the effective radius, in the disk's frame, in radians.</param>
/// <param name="Sharpness">How narrow the arms are: light falls off as <c>exp(Sharpness * (cos - 1))</c> across an arm.</param>
public sealed record SpiralArms(int Hand, int Count, double Winding, double Phase, double Sharpness)
{
    /// <summary>Share of the light, 0 to 1, at a point of the disk seen face on, in effective radii. The first coordinate is multiplied by
    /// the hand: the pattern of one hand is the mirror image of the other's, exactly.</summary>
    internal double At(double u, double v)
    {
        var squared = (u * u) + (v * v) + 1e-6;
        var across = Math.Cos((Count * (Math.Atan2(v, Hand * u) - (0.5 * Winding * Math.Log(squared)))) - Phase);
        return Math.Exp(Sharpness * (across - 1)) * squared / (squared + 0.15);
    }
}
