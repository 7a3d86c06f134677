using GCnn.Groups;
using GCnn.Images;

namespace GCnn.Experiments.Reports;

/// <summary>Pictures of images on a lattice, enlarged: every place shows the colour of the nearest pixel or cell.</summary>
public static class LatticePicture
{
    private static readonly double RowDistance = new HexagonalLattice().Position(0, 1).Y;

    /// <summary>Draws an image as it lies on screen; beside a hexagon it is white.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="planes">Red, green and blue, each stored on a square; values in [0, 1], others clipped.</param>
    /// <param name="size">The side of the square on which the image is stored.</param>
    /// <param name="enlarged">How many pixels across one pixel or cell becomes.</param>
    public static RgbImage Of(Lattice lattice, float[] planes, int size, int enlarged)
    {
        int side = size * enlarged;
        HexagonalDomain? hexagon = lattice is HexagonalLattice ? HexagonalDomain.FromRectangle(size) : null;
        var pixels = new byte[3 * side * side];
        for (int i = 0; i < side * side; i++)
        {
            (int row, int column) = Math.DivRem(i, side);
            int? slot = hexagon is null
                ? (row / enlarged * size) + (column / enlarged)
                : Slot(hexagon, (column + 0.5 - (side / 2.0)) / enlarged, (row + 0.5 - (side / 2.0)) / enlarged);
            for (int colour = 0; colour < 3; colour++)
            {
                float value = slot is int at ? planes[(colour * size * size) + at] : 1;
                pixels[(3 * i) + colour] = (byte)Math.Round(255 * Math.Clamp(value, 0, 1));
            }
        }

        return new RgbImage(side, side, pixels);
    }

    private static int? Slot(HexagonalDomain hexagon, double x, double y)
    {
        LatticePoint cell = Nearest(x, y);
        return hexagon.Contains(cell) ? hexagon.Slot(cell) : null;
    }

    /// <summary>
    /// The cell nearest to a point, counted in cells from the centre: its cube coordinates are rounded, and the one that moved most follows
    /// from the other two. Source: [Patel2013].
    /// </summary>
    private static LatticePoint Nearest(double x, double y)
    {
        double r = y / RowDistance, q = x - (r / 2), s = -q - r;
        (int roundQ, int roundR, int roundS) = ((int)Math.Round(q), (int)Math.Round(r), (int)Math.Round(s));
        (double movedQ, double movedR, double movedS) = (Math.Abs(roundQ - q), Math.Abs(roundR - r), Math.Abs(roundS - s));
        return movedQ > movedR && movedQ > movedS ? new(-roundR - roundS, roundR)
            : movedR > movedS ? new(roundQ, -roundQ - roundS)
            : new(roundQ, roundR);
    }
}
