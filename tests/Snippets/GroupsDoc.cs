using GCnn.Groups;

namespace GCnn.Snippets.Tests;

/// <summary>The code of docs/groups.md, block by block: what stands between two marks is what the page quotes.</summary>
public class GroupsDoc
{
    [Fact]
    public void Symmetries_form_a_group()
    {
        // groups.md: begin
        FiniteGroup group = FiniteGroup.Dihedral(4);
        int r = 1, s = 4;                                                  // e, r, r², r³, then s, rs, r²s, r³s

        Assert.Equal(8, group.Order);
        Assert.Equal(0, group.Power(r, 4));                                // four quarter turns do nothing: element 0
        Assert.NotEqual(group.Multiply(r, s), group.Multiply(s, r));       // mirror, then turn, is not turn, then mirror
        Assert.Equal(group.Inverse(r), group.Multiply(s, group.Multiply(r, s)));

        // groups.md: end
    }

    [Fact]
    public void A_group_acts_on_images()
    {
        // groups.md: begin
        int[] image =
        [
            1, 2, 3,
            4, 5, 6,
        ];
        GridAction quarterTurn = GridAction.For(PlaneGroup.P4m, element: 1, rows: 2, columns: 3);
        Assert.Equal(
        [
            3, 6,
            2, 5,
            1, 4,
        ], quarterTurn.Map.Apply<int>(image));

        // groups.md: end
    }

    [Fact]
    public void Fields_say_how_channels_transform()
    {
        // groups.md: begin
        PlaneGroup group = PlaneGroup.P4m;
        FiniteGroup d4 = group.PointGroup;
        Irrep gradient = Irreps.Of(d4).Single(irrep => irrep.Name == "irrep 1");
        Subgroup halfTurn = Subgroup.Generated(d4, 2);

        FieldType colours = FieldType.Trivial(group, 3);
        FieldType features = FieldType.Regular(group, 4) + FieldType.Of(group, gradient, new QuotientRepresentation(halfTurn));
        Assert.Equal(3, colours.Channels);
        Assert.Equal((4 * 8) + 2 + 4, features.Channels);

        // groups.md: end
    }

    [Fact]
    public void Lifting_is_a_solution_of_the_constraint()
    {
        // groups.md: begin
        PlaneGroup group = PlaneGroup.P4m;
        FiniteGroup d4 = group.PointGroup;
        Stencil points = Stencil.Square(3);
        KernelSpace lifting = KernelSpace.For(
            new TrivialRepresentation(d4), new RegularRepresentation(d4), new PixelBasis(group, points));
        double[] k = lifting.Sample();                                     // kernels x 8 x 1 x 9
        double At(int kernel, int h, int u) => k[(((kernel * 8) + h) * 9) + u];

        for (int kernel = 0; kernel < lifting.Dimension; kernel++)
            for (int h = 0; h < 8; h++)
                foreach ((int u, LatticePoint point) in points.DoubledPoints.Index())
                {
                    int moved = points.Slot(group.Matrix(h).Transform(point));
                    Assert.Equal(At(kernel, 0, u), At(kernel, h, moved));  // k_h(h u) = k_e(u): one filter in eight poses
                }

        // groups.md: end
    }

    [Fact]
    public void Characters_count_kernels()
    {
        // groups.md: begin
        int Dimension(PlaneGroup group, Stencil points)
        {
            RegularRepresentation regular = new(group.PointGroup);
            PixelBasis pixels = new(group, points);
            KernelSpace kernels = KernelSpace.For(regular, regular, pixels);
            Assert.Equal(KernelSpace.DimensionByCharacters(regular, regular, pixels), kernels.Dimension);
            return kernels.Dimension;
        }

        Assert.Equal(8 * 9, Dimension(PlaneGroup.P4m, Stencil.Square(3)));     // D4, 3 x 3 pixels: 72
        Assert.Equal(12 * 7, Dimension(PlaneGroup.P6m, Stencil.Hexagon(1)));   // D6, a cell and its six neighbours: 84

        // groups.md: end
    }

    [Fact]
    public void Representations_are_sums_of_irreps()
    {
        // groups.md: begin
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Assert.Equal(
            ["irrep 0", "irrep 0-", "irrep 1", "irrep 2", "irrep 2-"], Irreps.Of(d4).Select(irrep => irrep.Name));

        IsotypicDecomposition regular = IsotypicDecomposition.Of(new RegularRepresentation(d4));
        Assert.Equal("regular = irrep 0 + irrep 0- + 2 irrep 1 + irrep 2 + irrep 2-", regular.ToString());
        Assert.InRange(regular.Residual, 0, 1e-14);                        // of the change of basis that was found

        Subgroup halfTurn = Subgroup.Generated(d4, 2);
        Assert.Equal([1, 1, 0, 1, 1], IsotypicDecomposition.Of(new QuotientRepresentation(halfTurn)).Multiplicities);

        // groups.md: end
    }

    [Fact]
    public void The_Fourier_transform_multiplies_irrep_by_irrep()
    {
        // groups.md: begin
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        GroupFourierTransform fourier = GroupFourierTransform.Of(d4);
        double[] f = [3, 1, 4, 1, 5, 9, 2, 6], k = [2, 7, 1, 8, 2, 8, 1, 8];
        double[] convolution = [.. Enumerable.Range(0, 8).Select(
            g => Enumerable.Range(0, 8).Sum(h => f[h] * k[d4.Multiply(d4.Inverse(h), g)]))];

        Assert.Equal(convolution, fourier.Convolve(f, k), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(12, fourier.Blocks.Sum(block => Math.Pow(block.Dimension, 3)));   // multiplications instead of 8² = 64

        // groups.md: end
    }

    [Fact]
    public void Kernels_of_SO2_are_circular_harmonics()
    {
        // groups.md: begin
        PlaneGroup group = PlaneGroup.SO2(maximumFrequency: 2);
        HarmonicBasis harmonics = new(group, Stencil.Square(7));
        IReadOnlyList<Irrep> irreps = Irreps.Of(group.PointGroup);
        KernelSpace kernels = KernelSpace.For(irreps[1], irreps[2], harmonics);
        Assert.Equal(
            [2 - 1, 2 + 1],
            kernels.Terms.ToArray().Select(term => harmonics.Harmonics[term.Filter].Frequency).Distinct().Order());

        // groups.md: end
    }

    [Fact]
    public void Beyond_the_lattice_equivariance_is_as_good_as_sampling()
    {
        // groups.md: begin
        PlaneGroup c8 = PlaneGroup.Cyclic(8);
        Stencil points = Stencil.Square(5);
        double Blob(double x, double y) => Math.Exp(-((x * x) + (y * y)) / (2 * 1.5 * 1.5));
        double Scene(double x, double y) => Blob(x - 1.3, y - 0.4) - Blob(x + 0.6, y - 1.1);

        // What the kernels answer, at one pixel, to the scene turned by some eighths: f(g⁻¹ x), seen at the points only.
        double[][] Answer(KernelSpace lifting, int eighths)
        {
            (double sin, double cos) = Math.SinCos(Math.PI / 4 * eighths);
            double[] seen =
            [
                .. from p in points.DoubledPoints
                   let x = p.X / 2.0
                   let y = p.Y / 2.0                                       // downwards
                   select Scene((x * cos) - (y * sin), (x * sin) + (y * cos)),
            ];
            return [.. lifting.Sample().Chunk(25).Select(k => k.Zip(seen, (a, b) => a * b).Sum()).Chunk(8)];
        }

        // How far that is from the answer to the scene as it was, turned by ρ(g): channel h to channel gh.
        double Error(HarmonicRings rings, int eighths)
        {
            KernelSpace lifting = KernelSpace.For(
                new TrivialRepresentation(c8.PointGroup), new RegularRepresentation(c8.PointGroup), new HarmonicBasis(c8, points, rings));
            double[] turned = [.. Answer(lifting, eighths).SelectMany(v => v)];
            double[] expected = [.. Answer(lifting, 0).SelectMany(v => Enumerable.Range(0, 8).Select(h => v[(h - eighths + 8) % 8]))];
            return Math.Sqrt(turned.Zip(expected, (a, b) => (a - b) * (a - b)).Sum() / expected.Sum(a => a * a));
        }

        HarmonicRings usual = HarmonicRings.For(points);                   // narrow, frequencies up to 2 per pixel of radius
        HarmonicRings careless = new([0, 1, 2], width: 0.6, cutoff: 3);
        Assert.InRange(Error(usual, eighths: 2), 0, 1e-14);                // a quarter turn keeps the lattice
        Assert.Equal(0.03, Error(usual, eighths: 1), 2);
        Assert.Equal(0.26, Error(careless, eighths: 1), 2);

        // groups.md: end
    }
}
