using System.Globalization;
using GCnn.Groups;
using GCnn.Images;

namespace GCnn.Experiments.Reports.Html;

/// <summary>A picture of numbers on a lattice, as a page shows it: its PNG inside the page, enlarged by whole factors.</summary>
internal sealed record LatticeImage
{
    // From this radius on the cells are so small that the outline of a hexagon may cut theirs.
    private const int SmallestOutlined = 5;

    private readonly string _uri;
    private readonly int _side;
    private readonly double? _outline;

    private LatticeImage(RgbImage picture, int side, double? outline)
    {
        _uri = $"data:image/png;base64,{Convert.ToBase64String(ImageCodec.EncodePng(picture))}";
        (_side, _outline) = (side, outline);
    }

    /// <summary>Draws colours.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="planes">Red, green and blue, each stored on a square; values in [0, 1], others clipped.</param>
    /// <param name="size">The side of the square on which the numbers are stored.</param>
    /// <param name="side">About how many pixels of the page it shall be wide.</param>
    public static LatticeImage Of(Lattice lattice, float[] planes, int size, int side)
    {
        int enlarged = Math.Max(1, (int)Math.Round((double)side / size));

        // Squares are enlarged by the page, which keeps it small; hexagons need pixels of their own.
        bool isHexagon = lattice is HexagonalLattice;
        return new LatticeImage(
            LatticePicture.Of(lattice, planes, size, isHexagon ? enlarged : 1), enlarged * size, isHexagon ? Outline(size / 2) : null);
    }

    /// <summary>Draws one channel in grey, black for 0 and white for the largest value.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="values">The channel, stored on a square.</param>
    /// <param name="largest">What white stands for.</param>
    /// <param name="size">The side of the square.</param>
    /// <param name="side">About how many pixels of the page it shall be wide.</param>
    public static LatticeImage Grey(Lattice lattice, float[] values, float largest, int size, int side)
    {
        float[] grey = Array.ConvertAll(values, value => largest > 0 ? value / largest : 0);
        return Of(lattice, [.. grey, .. grey, .. grey], size, side);
    }

    /// <summary>The picture in the page.</summary>
    /// <param name="alternative">What is to be seen, in words.</param>
    public Fragment Show(string alternative)
    {
        string side = _side.ToString(CultureInfo.InvariantCulture);
        Fragment look = _outline is { } outline
            ? Fragment.Of($"class=\"hexagon\" style=\"--a: {outline:0.###}\"")
            : Fragment.Of($"class=\"pixels\"");
        return Fragment.Of($"<img {look} src=\"{_uri}\" width=\"{side}\" height=\"{side}\" alt=\"{alternative}\">");
    }

    // The inner radius of the hexagon that lies within all outer cells, in parts of half the picture: of R + 1/2 cells. The outermost rows
    // have their centres at R sqrt(3)/2, and their cells are whole for another 1 / (2 sqrt(3)), less a little for the pixels.
    private static double? Outline(int radius) => radius < SmallestOutlined
        ? null
        : ((radius * Math.Sqrt(0.75)) + (0.5 / Math.Sqrt(3)) - 0.15) / (radius + 0.5);
}
