using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Average, binomial and Gaussian pooling are linear and weigh all channels alike: they serve fields of every kind.</summary>
public class LinearPoolingLaws
{
    private static readonly Func<FieldType, int, int, int, WindowPooling>[] Kinds =
    [
        (type, k, s, p) => new AveragePooling(type, k, s, p),
        (type, k, s, p) => new BinomialPooling(type, k, s, p),
        (type, k, s, p) => new GaussianPooling(type, 0.8, s, k, p),
    ];

    public static TheoryData<string> EveryGroup => [.. PlaneGroup.All.Select(g => g.Name)];

    private static FieldType One => FieldType.Trivial(PlaneGroup.P4m, 1);

    [Theory]
    [MemberData(nameof(EveryGroup))]
    public void On_irreps_each_commutes(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType type = FieldType.Of(g, [.. Irreps.Of(g.PointGroup)]) + FieldType.Regular(g, 1);
        foreach (var kind in Kinds)
        {
            using DisposeScope scope = NewDisposeScope();
            using WindowPooling pooling = kind(type, 3, 2, 1);
            Tensor x = g.Lattice is HexagonalLattice ? Hexagons.Input(type, 4) : Laws.Input(type, 5, 7);
            EquivarianceAssert.Commutes(pooling, type, type, x);
            EquivarianceAssert.GradientsCommute(pooling.call, type, type, x);
        }
    }

    [Theory]
    [InlineData("p4")]
    [InlineData("p4m")]
    [InlineData("cmm")]
    public void On_integer_matrices_dyadic_weights_are_exact(string name)
    {
        FieldType type = MixingRepresentation.Type(PlaneGroup.Named(name));
        Laws.Commutes(new BinomialPooling(type), 5, 7);
        Laws.Commutes(new AveragePooling(type, 2), 4, 6);
    }

    [Fact]
    public void Beyond_the_lattice_the_elements_that_keep_it_are_exact()
    {
        var g = PlaneGroup.Dihedral(8);
        FieldType type = FieldType.Of(g, [.. Irreps.Of(g.PointGroup)]);
        EquivarianceAssert.Commutes(new GaussianPooling(type), type, type, Laws.Input(type, 5, 7));
    }

    [Fact]
    public void A_maximum_of_each_channel_is_refused_where_channels_mix()
    {
        FieldType type = MixingRepresentation.Type(PlaneGroup.P4m);
        Laws.IsRefused(x => nn.functional.max_pool2d(x, 3, 2, 1), type, type, 5, 7);
        Messages.Say<ArgumentException>(() => new MaxPooling(type, 3), "MaxPooling", "'mixing'", "permute channels");
    }

    [Theory]
    [InlineData(0.4, 3)]
    [InlineData(0.66, 5)]
    [InlineData(1.2, 9)]
    public void The_Gaussians_weights_are_their_formula(double sigma, int size)
    {
        using GaussianPooling pooling = new(One, sigma);
        Assert.Equal((size, 2, size / 2), (pooling.KernelSize, pooling.Stride, pooling.Padding));
        double[] weights = Response(new GaussianPooling(One, sigma, 1, padding: 0), One, size), expected = Squares(size, sigma);
        Assert.All(weights.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-15));
        Assert.Equal(1, weights.Sum(), 1e-14);
    }

    [Fact]
    public void Pixels_of_one_orbit_have_the_same_weight_to_the_last_bit()
    {
        foreach (int size in new[] { 2, 3, 4, 5, 7 })
        {
            double[] w = Response(new GaussianPooling(One, 0.9, 1, size, 0), One, size);
            for (int i = 0; i < w.Length; i++)
            {
                (int row, int column) = Math.DivRem(i, size);
                Assert.Equal(w[i], w[(column * size) + row]);
                Assert.Equal(w[i], w[((size - 1 - row) * size) + column]);
            }
        }

        FieldType hexagonal = FieldType.Trivial(PlaneGroup.P6m, 1);
        foreach (int radius in new[] { 1, 2, 3 })
        {
            int size = (2 * radius) + 1;
            HexagonalDomain window = new(radius);
            double[] w = Response(new GaussianPooling(hexagonal, 0.9, 1, size, 0), hexagonal, size);
            Assert.Equal(1, w.Sum(), 1e-14);
            Assert.All(window.Cells, cell => Assert.All(
                Enumerable.Range(0, 12),
                h => Assert.Equal(w[window.Slot(cell)], w[window.Slot(PlaneGroup.P6m.Matrix(h).Transform(cell))])));
            Assert.Equal(Math.Exp(-1 / (2 * 0.9 * 0.9)), w[window.Slot(new(1, 0))] / w[window.Slot(new(0, 0))], 1e-14);
        }
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        foreach (double sigma in new[] { 0, -1, double.NaN, 1000 })
        {
            Messages.Say<ArgumentOutOfRangeException>(
                () => new GaussianPooling(One, sigma), "GaussianPooling", "above 0", "stride a convolution");
        }

        Messages.Say<ArgumentOutOfRangeException>(() => new GaussianPooling(One, -1, kernelSize: 3), "GaussianPooling", "-1 pixels");
        Messages.Say<ArgumentException>(
            () => new GaussianPooling(FieldType.Trivial(PlaneGroup.P6, 1), kernelSize: 4), "GaussianPooling: kernel size 4 is even");
    }

    /// <summary>The weights of one window, from images of its size with one pixel that is 1.</summary>
    private static double[] Response(WindowPooling pooling, FieldType type, int size)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor points = eye(size * size, dtype: ScalarType.Float64).reshape(size * size, 1, size, size);
        if (type.Group.Lattice is HexagonalLattice)
        {
            points = GCnn.Actions.TensorActions.MaskToHexagon(points);
        }

        Tensor response = pooling.call(points);
        long centre = response.size(2) / 2;
        return [.. response.select(3, centre).select(2, centre).flatten().contiguous().data<double>()];
    }

    private static double[] Squares(int size, double sigma)
    {
        double[] values =
        [
            .. from row in Enumerable.Range(0, size)
               from column in Enumerable.Range(0, size)
               let y = row - ((size - 1) / 2.0)
               let x = column - ((size - 1) / 2.0)
               select Math.Exp(-((x * x) + (y * y)) / (2 * sigma * sigma)),
        ];
        return [.. values.Select(value => value / values.Sum())];
    }
}
