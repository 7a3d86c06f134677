using GCnn.Experiments.Reports;
using GCnn.Groups;
using GCnn.Images;

namespace GCnn.Experiments.Tests.Reports;

public sealed class LatticePictureTests
{
    private const int Size = 7;
    private const int Enlarged = 9;

    [Fact]
    public void Every_cell_has_its_colour_where_it_lies_on_screen()
    {
        var hexagon = new HexagonalDomain(Size / 2);
        RgbImage picture = Picture(new HexagonalLattice());
        Assert.All(hexagon.Cells, cell =>
        {
            (double x, double y) = new HexagonalLattice().Position(cell.X, cell.Y);
            Assert.Equal(Colour(hexagon.Slot(cell)), At(picture, Place(x), Place(y)));
        });
    }

    [Fact]
    public void Cells_of_equal_size_fill_the_hexagon_and_the_rest_is_white()
    {
        RgbImage picture = Picture(new HexagonalLattice());
        int[] counts = new int[256];
        for (int i = 0; i < picture.Width * picture.Height; i++)
            counts[At(picture, i % picture.Width, i / picture.Width)]++;
        var hexagon = new HexagonalDomain(Size / 2);
        double area = Enlarged * Enlarged * Math.Sqrt(0.75);
        Assert.All(hexagon.Cells, cell => Assert.InRange(counts[Colour(hexagon.Slot(cell))], area - Enlarged, area + Enlarged));
        Assert.Equal(picture.Width * picture.Height, counts[255] + hexagon.Cells.Sum(cell => counts[Colour(hexagon.Slot(cell))]));
        Assert.Equal(255, At(picture, 0, 0));
    }

    [Fact]
    public void Every_pixel_of_a_square_image_becomes_a_square()
    {
        RgbImage picture = Picture(new SquareLattice());
        for (int i = 0; i < picture.Width * picture.Height; i++)
        {
            (int row, int column) = Math.DivRem(i, picture.Width);
            Assert.Equal(Colour((row / Enlarged * Size) + (column / Enlarged)), At(picture, column, row));
        }
    }

    private static RgbImage Picture(Lattice lattice) => LatticePicture.Of(
        lattice, [.. Enumerable.Range(0, 3 * Size * Size).Select(i => Colour(i % (Size * Size)) / 255f)], Size, Enlarged);

    // A grey of its own for each slot, and none white.
    private static byte Colour(int slot) => (byte)(4 * slot);

    private static int Place(double cells) => (int)((cells * Enlarged) + (Size * Enlarged / 2.0));

    private static byte At(RgbImage picture, int column, int row) => picture.Pixels[3 * ((row * picture.Width) + column)];
}
