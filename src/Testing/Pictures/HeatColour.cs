using GCnn.Images;

namespace GCnn.Testing;

/// <summary>Colours of growing lightness, from black over violet, red and orange to light yellow; what is no number is green.</summary>
internal static class HeatColour
{
    private static readonly (double R, double G, double B)[] Anchors =
        [(0, 0, 4), (87, 16, 110), (188, 55, 84), (249, 142, 9), (252, 255, 164)];

    /// <summary>The colour of a number in <c>[0, 1]</c>.</summary>
    public static RgbColour Of(double value)
    {
        if (double.IsNaN(value))
        {
            return new(0, 200, 0);
        }

        double place = Math.Clamp(value, 0, 1) * (Anchors.Length - 1);
        int below = Math.Min((int)place, Anchors.Length - 2);
        (var a, var b, double t) = (Anchors[below], Anchors[below + 1], place - below);
        byte Between(double from, double to) => (byte)Math.Round(from + (t * (to - from)));
        return new(Between(a.R, b.R), Between(a.G, b.G), Between(a.B, b.B));
    }
}
