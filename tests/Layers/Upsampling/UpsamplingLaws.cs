using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class UpsamplingLaws
{
    public static TheoryData<string> EveryGroup => [.. PlaneGroup.All.Select(g => g.Name)];

    private static FieldType One => FieldType.Trivial(PlaneGroup.P4m, 1);

    private static FieldType Cell => FieldType.Trivial(PlaneGroup.P6m, 1);

    [Theory]
    [MemberData(nameof(EveryGroup))]
    public void Commutes_exactly_at_every_size_and_factor(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType type = FieldType.Trivial(g, 1) + FieldType.Regular(g, 1);
        foreach (UpsamplingKind kind in Enum.GetValues<UpsamplingKind>())
        {
            foreach (int factor in new[] { 1, 2, 3, 4 })
            {
                using DisposeScope scope = NewDisposeScope();
                using Upsampling upsampling = new(type, factor, kind);
                if (g.Lattice is HexagonalLattice)
                {
                    Hexagons.Commutes(upsampling, Hexagons.Input(type, 2));
                    Hexagons.Commutes(upsampling, Hexagons.Input(type, 3));
                }
                else
                {
                    Laws.Commutes(upsampling, 3, 5);
                    Laws.Commutes(upsampling, 4, 3);
                    Laws.Commutes(new Upsampling(MixingRepresentation.Type(g), factor, kind), 3, 4);
                }
            }

            using Upsampling twice = new(type, 2, kind);
            EquivarianceAssert.GradientsCommute(
                twice.call, type, type, g.Lattice is HexagonalLattice ? Hexagons.Input(type, 2) : Laws.Input(type, 3, 5));
        }
    }

    [Fact]
    public void A_kernel_without_the_symmetry_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);

        // Zeros between, but not about the centre; and windows that begin with the point and not about it.
        Laws.IsRefused(x => Zeros(x), type, type, 4, 4);
        Laws.IsRefused(x => (Zeros(x) + Zeros(x).roll([1], [3])) / 2, type, type, 4, 4);
        Tensor Zeros(Tensor x) => nn.functional.conv_transpose2d(
            x.flatten(0, 1).unsqueeze(1), ones(1, 1, 1, 1, dtype: ScalarType.Float64), null, [2, 2], output_padding: [1, 1])
            .reshape(x.size(0), x.size(1), 2 * x.size(2), 2 * x.size(3));
    }

    [Fact]
    public void Nearest_and_bilinear_are_those_of_torch()
    {
        Tensor x = Laws.Input(One, 4, 5);
        foreach (int factor in new[] { 1, 2, 3, 4, 5 })
        {
            double[] scale = [factor, factor];
            Tensor nearest = nn.functional.interpolate(x, scale_factor: scale), bilinear = nn.functional.interpolate(
                x, scale_factor: scale, mode: InterpolationMode.Bilinear);
            Tensor aligned = nn.functional.interpolate(
                x, [(3 * factor) + 1, (4 * factor) + 1], mode: InterpolationMode.Bilinear, align_corners: true);
            Assert.True(Examples.Same(nearest, new Upsampling(One, factor, UpsamplingKind.Nearest).call(x)));
            Assert.True(bilinear.allclose(new Upsampling(One, factor).call(x), 1e-12, 1e-12));
            Assert.True(aligned.allclose(new Upsampling(One, factor, UpsamplingKind.Lattice).call(x), 1e-12, 1e-12));
        }
    }

    [Fact]
    public void The_points_that_are_kept_sampled_again_are_the_image()
    {
        foreach (int factor in new[] { 1, 2, 3 })
        {
            Tensor x = Laws.Input(One, 4, 5), h = Hexagons.Input(Cell, 3);
            Assert.True(Examples.Same(x, new MaxPooling(One, 1, factor).call(new Upsampling(One, factor, UpsamplingKind.Lattice).call(x))));
            foreach (UpsamplingKind kind in Enum.GetValues<UpsamplingKind>())
            {
                Assert.True(Examples.Same(h, new MaxPooling(Cell, 1, factor).call(new Upsampling(Cell, factor, kind).call(h))));
            }
        }
    }

    [Fact]
    public void Linear_images_are_continued_linearly()
    {
        // 3 q - 2 r + 1 at the cells, and between them on the triangles.
        foreach (int factor in new[] { 2, 3, 4 })
        {
            Tensor x = Plane(3, 1), expected = Plane(3 * factor, factor);
            Assert.True(Examples.Same(expected, new Upsampling(Cell, factor).call(x)));
            Assert.True(Examples.Same(new Upsampling(Cell, factor).call(x), new Upsampling(Cell, factor, UpsamplingKind.Lattice).call(x)));
        }
    }

    [Fact]
    public void On_hexagons_the_nearest_cells_share_a_cell()
    {
        HexagonalDomain coarse = new(2);
        Tensor x = Hexagons.Input(Cell, 2, 1);
        foreach (int factor in new[] { 2, 3, 4 })
        {
            Tensor y = new Upsampling(Cell, factor, UpsamplingKind.Nearest).call(x);
            HexagonalDomain fine = new(2 * factor);
            Assert.Equal(fine.RowLength, y.size(3));
            foreach (LatticePoint p in fine.Cells)
            {
                int Distance(LatticePoint v)
                {
                    (int q, int r) = (p.X - (factor * v.X), p.Y - (factor * v.Y));
                    return (q * q) + (q * r) + (r * r);
                }

                double expected = coarse.Cells.Where(v => Distance(v) == coarse.Cells.Min(Distance))
                    .Average(v => x[0, 0, v.Y + 2, v.X + 2].item<double>());
                Assert.Equal(expected, y[0, 0, p.Y + fine.Radius, p.X + fine.Radius].item<double>(), 1e-12);
            }
        }
    }

    [Fact]
    public void A_shift_becomes_one_by_the_factor()
    {
        Tensor scene = Laws.Input(One, 9, 9);
        foreach (UpsamplingKind kind in Enum.GetValues<UpsamplingKind>())
        {
            using Upsampling upsampling = new(One, 3, kind);
            Tensor y = upsampling.call(scene.narrow(3, 0, 8)), moved = upsampling.call(scene.narrow(3, 1, 8));
            long inner = y.size(3) - 12;
            Assert.True(Examples.Same(y.narrow(3, 6, inner), moved.narrow(3, 3, inner)));
        }
    }

    [Fact]
    public void Beyond_the_lattice_the_elements_that_keep_it_are_exact()
    {
        var g = PlaneGroup.Dihedral(8);
        FieldType type = FieldType.Of(g, [.. Irreps.Of(g.PointGroup)]);
        EquivarianceAssert.Commutes(new Upsampling(type), type, type, Laws.Input(type, 3, 4));
    }

    [Fact]
    public void The_geometry_says_what_is_read_and_where_points_stand()
    {
        Assert.Equal(new UpsamplingGeometry(3, 1, false), new Upsampling(One, 3, UpsamplingKind.Nearest).Geometry);
        Assert.Equal(new UpsamplingGeometry(2, 2, false), new Upsampling(One).Geometry);
        Assert.Equal(new UpsamplingGeometry(3, 2, true), new Upsampling(One, 3, UpsamplingKind.Lattice).Geometry);
        Assert.Equal(new UpsamplingGeometry(2, 2, true), new Upsampling(Cell, 2).Geometry);
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        Messages.Say<ArgumentOutOfRangeException>(() => new Upsampling(One, 0), "Upsampling", "factor is 0", "at least 1");
        Messages.Say<ArgumentOutOfRangeException>(() => new Upsampling(One, 2, (UpsamplingKind)7), "7 is no kind", "Nearest, Bilinear");
        Messages.Say<ArgumentException>(() => new Upsampling(One).call(zeros(1, 2, 3, 3)), "Upsampling", "needs 1");
    }

    private static Tensor Plane(int radius, int factor)
    {
        HexagonalDomain hexagon = new(radius);
        double[] values = new double[hexagon.RowLength * hexagon.RowLength];
        foreach (LatticePoint p in hexagon.Cells)
        {
            values[hexagon.Slot(p)] = ((3.0 * p.X) - (2 * p.Y) + factor) / factor;
        }

        return tensor(values, [1, 1, hexagon.RowLength, hexagon.RowLength]);
    }
}
