namespace GCnn.Experiments.Data;

/// <summary>The words that a table of labels may use, those of Galaxy Zoo 1.</summary>
/// <remarks>Galaxy Zoo calls a spiral clockwise when it turns clockwise as seen in the image with its arms trailing: like the letter Z.
/// Followed <b>outwards</b> from the centre, the arms of a clockwise spiral wind anticlockwise as seen on screen.</remarks>
public static class GalaxyLabel
{
    /// <summary>An elliptical: round or oval, without structure.</summary>
    public const string Smooth = "smooth";

    /// <summary>A disk seen from its side.</summary>
    public const string EdgeOn = "edge-on";

    /// <summary>A spiral like the letter Z.</summary>
    public const string SpiralClockwise = "spiral-clockwise";

    /// <summary>A spiral like the letter S.</summary>
    public const string SpiralAnticlockwise = "spiral-anticlockwise";

    /// <summary>Two or more galaxies in collision.</summary>
    public const string Merger = "merger";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Smooth, EdgeOn, SpiralClockwise, SpiralAnticlockwise, Merger];

    /// <summary>The label that the mirror image of a galaxy deserves.</summary>
    public static string Mirror(string label) => label switch
    {
        SpiralClockwise => SpiralAnticlockwise,
        SpiralAnticlockwise => SpiralClockwise,
        _ => label,
    };
}
