namespace GCnn.Experiments.Data.Sky;

/// <summary>Light in three bands, shown as red, green and blue (i, r and g of SDSS), with green as the unit.</summary>
public readonly record struct SkyColour(double Red, double Green, double Blue)
{
    /// <summary>Old stars: an elliptical, a bulge.</summary>
    public static SkyColour Old => new(1.28, 1, 0.60);

    /// <summary>Young stars: spiral arms.</summary>
    public static SkyColour Young => new(0.80, 1, 1.45);

    /// <summary>Between two colours: the first at 0, the second at 1.</summary>
    public static SkyColour Mix(SkyColour first, SkyColour second, double share) => new(
        first.Red + (share * (second.Red - first.Red)),
        first.Green + (share * (second.Green - first.Green)),
        first.Blue + (share * (second.Blue - first.Blue)));
}
