using GCnn.Actions;
using GCnn.Experiments.Models;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Models;

public sealed class LatticeViewLaws
{
    [Fact]
    public void On_square_pixels_images_stay_as_they_are()
    {
        using var view = new LatticeView(new SquareLattice(), 17);
        Tensor images = Images(17);
        Assert.Same(images, view.Of(images));
        Assert.Equal((17, PlaneGroup.P4m, "square lattice, 17 across"), (view.Size, view.Symmetries, $"{view}"));
    }

    [Fact]
    public void On_hexagons_they_are_resampled_to_cells_one_pixel_apart_and_are_zero_outside()
    {
        using var view = new LatticeView(new HexagonalLattice(), 17);
        Tensor images = Images(17), seen = view.Of(images);
        float[] expected = Resampling.SquareToHexagonal(17, 17, 8, spacing: 1).Apply<float>(images.data<float>().ToArray());
        Assert.InRange((seen - tensor(expected, [2, 3, 17, 17])).abs().max().item<float>(), 0, 1e-5);
        Assert.True((bool)seen.equal(seen.MaskToHexagon()));
        Assert.False((bool)images.equal(images.MaskToHexagon()));
        Assert.Equal((17, PlaneGroup.P6m, "hexagonal lattice, 17 across"), (view.Size, view.Symmetries, $"{view}"));
    }

    [Fact]
    public void The_symmetries_of_a_lattice_are_the_largest_plane_group_on_it()
    {
        foreach (PlaneGroup group in PlaneGroup.All)
        {
            using var view = new LatticeView(group.Lattice, 17);
            Assert.Equal(PlaneGroup.All.Where(other => other.Lattice.Equals(group.Lattice)).MaxBy(other => other.Order), view.Symmetries);
        }
    }

    [Fact]
    public void An_even_side_has_no_hexagon() => Assert.StartsWith(
        "A hexagon of radius R is stored on 2R + 1 rows and columns; 16 is even.",
        Assert.Throws<ArgumentException>(() => new LatticeView(new HexagonalLattice(), 16)).Message, StringComparison.Ordinal);

    private static Tensor Images(int size)
    {
        using var generator = new Generator(3);
        return randn([2, 3, size, size], generator: generator);
    }
}
