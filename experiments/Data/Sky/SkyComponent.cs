namespace GCnn.Experiments.Data.Sky;

/// <summary>A Sersic profile on the sky, with or without arms: a bulge, a disk, an elliptical, a star. Lengths are in half sides of the
/// frame, whose middle is (0, 0); Y grows downwards.</summary>
/// <param name="X">Centre, to the right.</param>
/// <param name="Y">Centre, downwards.</param>
/// <param name="Cosine">Cosine of the major axis's angle.</param>
/// <param name="Sine">Sine of the major axis's angle, from right to down.</param>
/// <param name="AxisRatio">Minor over major axis, in (0, 1].</param>
/// <param name="Radius">Effective radius along the major axis.</param>
/// <param name="Index">Sersic index: 0.5 a Gaussian, 1 an exponential disk, 4 de Vaucouleurs's elliptical.</param>
/// <param name="Brightness">Surface brightness at the effective radius, in standard deviations of the sky's noise.</param>
/// <param name="Colour">Its light's colour.</param>
/// <param name="Arms">Arms that carry its light, or null where it is spread evenly.</param>
public sealed record SkyComponent(
    double X,
    double Y,
    double Cosine,
    double Sine,
    double AxisRatio,
    double Radius,
    double Index,
    double Brightness,
    SkyColour Colour,
    SpiralArms? Arms = null)
{
    private const double NegligibleBrightness = 0.02;

    /// <summary>The same component seen in a mirror that swaps left and right: three signs change.</summary>
    public SkyComponent Mirror() => this with { X = -X, Sine = -Sine, Arms = Arms is null ? null : Arms with { Hand = -Arms.Hand } };

    /// <summary>Adds the component's light to a square plane, sampled at the middle of each pixel.</summary>
    internal void AddTo(float[] plane, int side)
    {
        // b(n) to 1e-4 for n above 0.5: Ciotti and Bertin (1999), first terms.
        var b = (2 * Index) - (1.0 / 3) + (0.009876 / Index);
        var reach = Radius * Math.Pow(Math.Max(1, 1 + (Math.Log(Brightness / NegligibleBrightness) / b)), Index);
        var soft = 0.25 / (side * side * Radius * Radius);
        for (var y = 0; y < side; y++)
        {
            var down = ((2.0 * y) + 1 - side) / side;
            for (var x = 0; x < side; x++)
            {
                var (right, below) = ((((2.0 * x) + 1 - side) / side) - X, down - Y);
                if ((right * right) + (below * below) > reach * reach)
                    continue;
                var u = ((right * Cosine) + (below * Sine)) / Radius;
                var v = ((below * Cosine) - (right * Sine)) / (Radius * AxisRatio);
                var light = Brightness * Math.Exp(-b * (Math.Pow((u * u) + (v * v) + soft, 0.5 / Index) - 1));
                plane[(y * side) + x] += (float)(Arms is null ? light : light * Arms.At(u, v));
            }
        }
    }
}
