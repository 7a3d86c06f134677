using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class MaskLaws
{
    public static TheoryData<string> EveryGroup => [.. PlaneGroup.All.Select(g => g.Name)];

    private static FieldType One => FieldType.Trivial(PlaneGroup.P4m, 1);

    private static FieldType Cell => FieldType.Trivial(PlaneGroup.P6m, 1);

    [Theory]
    [MemberData(nameof(EveryGroup))]
    public void The_disc_commutes_exactly_at_every_size(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType type = FieldType.Trivial(g, 1) + FieldType.Regular(g, 1);
        foreach (var (margin, sigma) in new[] { (0, 0), (1, 0), (0.3, 1.5) })
        {
            using DiscMask mask = new(type, margin, sigma);
            for (int size = 5; size <= 6; size++)
            {
                if (g.Lattice is HexagonalLattice)
                {
                    Hexagons.Commutes(mask, Hexagons.Input(type, size));
                }
                else
                {
                    Laws.Commutes(mask, size, size);
                    Laws.Commutes(mask, size, size + 1);
                }
            }
        }

        using DiscMask soft = new(type, 1, 1);
        Tensor x = g.Lattice is HexagonalLattice ? Hexagons.Input(type, 3) : Laws.Input(type, 5, 5);
        EquivarianceAssert.GradientsCommute(soft.call, type, type, x, EquivarianceOptions.Exact);
    }

    [Fact]
    public void A_disc_about_a_pixel_beside_the_centre_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        using DiscMask odd = new(type, 0.5);
        Laws.IsRefused(x => odd.call(x.narrow(2, 0, 5).narrow(3, 0, 5)), type, type, 6, 6);
    }

    [Fact]
    public void The_disc_is_its_formula()
    {
        Tensor sharp = new DiscMask(One).call(ones(1, 1, 5, 5));
        Tensor soft = new DiscMask(One, 0.5, 2).call(ones(1, 1, 4, 6, dtype: ScalarType.Float64));
        Assert.Equal(
            [0, 0, 1, 0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 0], sharp.data<float>().ToArray());
        Assert.Equal(1, soft[0, 0, 1, 2].item<double>());
        Assert.Equal(Math.Exp(-Math.Pow(Math.Sqrt(8.5) - 1, 2) / 8), soft[0, 0, 0, 0].item<double>(), 1e-15);
        Assert.Equal(Math.Exp(-Math.Pow(Math.Sqrt(2.5) - 1, 2) / 8), soft[0, 0, 0, 2].item<double>(), 1e-15);
    }

    [Fact]
    public void On_hexagons_the_rim_goes_through_the_middles_of_the_sides()
    {
        // Radius 2: the corners are at distance 2, the middles of the sides at the root of 3.
        Tensor y = new DiscMask(Cell).call(ones(1, 1, 5, 5).MaskToHexagon());
        Assert.Equal(13, y.sum().item<float>());
        Assert.Equal(0, y[0, 0, 2, 0].item<float>());
        Assert.Equal(1, y[0, 0, 3, 3].item<float>());
    }

    [Fact]
    public void The_hexagon_makes_a_field_of_any_square_and_commutes()
    {
        foreach (PlaneGroup g in PlaneGroup.All.Where(g => g.Lattice is HexagonalLattice))
        {
            FieldType type = FieldType.Regular(g, 1);
            foreach (int margin in new[] { 0, 1, 2 })
            {
                Hexagons.Commutes(new HexagonalMask(type, margin), Hexagons.Input(type, 4));
            }
        }

        Tensor square = full([1, 1, 5, 5], double.NaN);
        Tensor image = where(ones(1, 1, 5, 5).MaskToHexagon().ne(0), ones(1, 1, 5, 5, dtype: ScalarType.Float64), square);
        Assert.Equal(19, new HexagonalMask(Cell).call(image).sum().item<double>());
        Assert.Equal(7, new HexagonalMask(Cell, 1).call(image).sum().item<double>());
        Assert.Equal(1, new HexagonalMask(Cell, 2).call(image).sum().item<double>());
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        Messages.Say<ArgumentOutOfRangeException>(() => new DiscMask(One, -1), "DiscMask", "margin is -1", "at least 0");
        Messages.Say<ArgumentOutOfRangeException>(() => new DiscMask(One, 0, double.NaN), "DiscMask", "sigma is NaN");
        Messages.Say<ArgumentException>(() => new DiscMask(One, 3).call(zeros(1, 1, 5, 5)), "DiscMask", "margin of 3", "5 x 5");
        Messages.Say<ArgumentException>(() => new DiscMask(One, 1).call(zeros(1, 1, 4, 4)), "no pixel", "4 x 4", "smaller");
        Messages.Say<ArgumentException>(() => new HexagonalMask(One), "HexagonalMask", "p4m acts on squares", "DiscMask");
        Messages.Say<ArgumentOutOfRangeException>(() => new HexagonalMask(Cell, -1), "HexagonalMask", "margin is -1");
        Messages.Say<ArgumentException>(() => new HexagonalMask(Cell, 3).call(zeros(1, 1, 5, 5)), "margin of 3", "radius 2");
    }
}
