using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Max, average and binomial pooling over hexagonal windows, and pooling over all positions.</summary>
public class HexagonalPoolingLaws
{
    private static readonly Func<FieldType, int, int, int, WindowPooling>[] Kinds =
    [
        (type, k, s, p) => new MaxPooling(type, k, s, p),
        (type, k, s, p) => new AveragePooling(type, k, s, p),
        (type, k, s, p) => new BinomialPooling(type, k, s, p),
    ];

    public static TheoryData<string> PlaneGroups => Hexagons.PlaneGroups;

    private static FieldType One => FieldType.Trivial(PlaneGroup.P6m, 1);

    /// <summary>Every radius, window, stride and padding for which there is room, with the radius of the output.</summary>
    private static IEnumerable<(int R, int Rho, int S, int P, int Output)> Windows =>
        from r in Enumerable.Range(0, 7)
        from rho in Enumerable.Range(0, 3)
        from s in Enumerable.Range(1, 3)
        from p in Enumerable.Range(0, rho + 1)
        where r + p >= rho
        select (r, rho, s, p, (r + p - rho) / s);

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Windows_commute_at_every_radius_stride_and_padding(string name)
    {
        FieldType type = FieldType.Regular(PlaneGroup.Named(name), 1);
        foreach (var (r, rho, s, p, output) in Windows)
        {
            foreach (var kind in Kinds)
            {
                using DisposeScope scope = NewDisposeScope();
                using WindowPooling pooling = kind(type, (2 * rho) + 1, s, p);
                Tensor x = Hexagons.Input(type, r, samples: 1);
                Assert.Equal((2 * output) + 1, pooling.call(x).size(3));
                Hexagons.Commutes(pooling, x);
            }
        }
    }

    [Fact]
    public void Windows_are_their_definitions()
    {
        foreach (var (r, rho, s, p, output) in Windows)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor x = Hexagons.Input(One, r) - Hexagons.Input(One, r, seed: 2).abs();
            int k = (2 * rho) + 1, cells = new HexagonalDomain(rho).Count;
            Assert.True(Examples.Same(NaiveHexagon.Largest(x, rho, output, s), new MaxPooling(One, k, s, p).call(x)));
            Assert.True(Examples.Same(
                NaiveHexagon.Weighted(x, rho, output, s, _ => 1) / cells, new AveragePooling(One, k, s, p).call(x)));
            Tensor blurred = NaiveHexagon.Weighted(x, rho, output, s, u => Paths(rho, u) / Math.Pow(8, rho));
            Assert.True(Examples.Same(blurred, new BinomialPooling(One, k, s, p).call(x)));
        }
    }

    [Fact]
    public void The_blur_of_radius_one_weighs_the_centre_by_a_quarter_and_its_neighbours_by_an_eighth()
    {
        Tensor one = zeros(1, 1, 5, 5, dtype: ScalarType.Float64);
        one[0, 0, 2, 2] = tensor(1.0, ScalarType.Float64);
        double[] blurred = [.. new BinomialPooling(One, 3, 1).call(one).data<double>()];
        Assert.Equal(
            [0, 0, 0, 0, 0, 0, 0, 0.125, 0.125, 0, 0, 0.125, 0.25, 0.125, 0, 0, 0.125, 0.125, 0, 0, 0, 0, 0, 0, 0], blurred);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_blur_keeps_constants_and_removes_what_stride_two_would_fold_onto_them(int rho)
    {
        // (−1)^q, (−1)^r and (−1)^(q + r) are the constants' aliases on the sublattice 2 Z².
        const int radius = 8;
        foreach ((int a, int b) in new[] { (0, 0), (1, 0), (0, 1), (1, 1) })
        {
            double[] wave = [.. from r in Enumerable.Range(-radius, 17) from q in Enumerable.Range(-radius, 17)
                                select Math.Abs(q + r) <= radius ? ((((a * q) + (b * r)) & 1) == 0 ? 1.0 : -1) : 0];
            using BinomialPooling pooling = new(One, (2 * rho) + 1, 1, 0);
            Tensor y = pooling.call(tensor(wave, [1, 1, 17, 17]));
            double expected = (a, b) == (0, 0) ? 1 : 0;
            Assert.True((bool)y[0, 0, radius - rho].eq(expected).all());
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Positions_are_pooled_at_every_radius(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        foreach (int r in Enumerable.Range(0, 7))
        {
            using DisposeScope scope = NewDisposeScope();

            // All below zero: the zeros outside would win, were they looked at.
            Tensor x = (Hexagons.Distinct(type, r) - 100_000).MaskToHexagon();
            foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
            {
                using SpatialPooling pooling = new(type, kind);
                Hexagons.Commutes(pooling, x);
                Tensor cells = x.masked_select(HexagonMask.Of(r)).reshape(2, type.Channels, -1);
                Assert.True(Examples.Same(kind == PoolingKind.Max ? cells.amax(2) : cells.sum(2) / cells.size(2), pooling.call(x)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_gradient_to_the_input_commutes(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        EquivariantModule[] layers =
        [
            new MaxPooling(type, 3, 2, 1), new MaxPooling(type, 5, 1, 2), new MaxPooling(type, 3, 3), new AveragePooling(type, 3, 2, 1),
            new BinomialPooling(type), new SpatialPooling(type, PoolingKind.Max), new SpatialPooling(type),
        ];
        foreach (EquivariantModule layer in layers)
        {
            foreach (int r in new[] { 2, 3, 4 })
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor x = Hexagons.Distinct(type, r);

                // Sevenths and nineteenths are added up in another order.
                bool divides = layer is AveragePooling or SpatialPooling { Kind: PoolingKind.Mean };
                EquivarianceAssert.GradientsCommute(
                    layer.call, type, layer.OutputType, x, divides ? new() : EquivarianceOptions.Exact);
            }
        }
    }

    [Fact]
    public void The_gradient_of_a_tie_inside_a_window_goes_to_one_cell_and_to_the_largest_otherwise()
    {
        Tensor ties = ones(1, 1, 3, 3, dtype: ScalarType.Float64).requires_grad_();
        new MaxPooling(One, 3).call(ties).sum().backward();
        Assert.Equal([1.0, 0, 0, 0, 0, 0, 0, 0, 0], ties.grad!.data<double>().OrderDescending());
        Tensor x = tensor(new double[] { 9, 1, 2, 3, 1, 5, 2, 3, 9 }, [1, 1, 3, 3]).requires_grad_();
        new MaxPooling(One, 3).call(x).sum().backward();
        Assert.Equal([0.0, 0, 0, 0, 0, 1, 0, 0, 0], x.grad!.data<double>());
    }

    [Fact]
    public void With_and_without_a_gradient_the_values_are_the_same()
    {
        foreach (var (r, rho, s, p, _) in Windows)
        {
            using DisposeScope scope = NewDisposeScope();
            using MaxPooling pooling = new(One, (2 * rho) + 1, s, p);
            Tensor x = Hexagons.Input(One, r);
            Assert.True(Examples.Same(pooling.call(x), pooling.call(x.clone().requires_grad_()).detach()));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_cell_that_is_no_number_shows_in_every_window_that_sees_it_as_in_torch(bool withGradient)
    {
        Tensor x = Hexagons.Input(One, 3, samples: 1);
        x[0, 0, 3, 3] = tensor(double.NaN, ScalarType.Float64);
        Tensor y = new MaxPooling(One, 3, 1, 1).call(x.requires_grad_(withGradient));
        Assert.Equal(7, y.detach().data<double>().Count(double.IsNaN));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_window_of_minus_infinities_has_that_maximum(bool withGradient)
    {
        Tensor x = full([1, 1, 5, 5], double.NegativeInfinity, ScalarType.Float64).MaskToHexagon();
        Tensor y = new MaxPooling(One, 3, 2, 1).call(x.requires_grad_(withGradient));
        Assert.Equal(7, y.detach().eq(double.NegativeInfinity).sum().item<long>());
    }

    [Fact]
    public void Positions_that_tie_share_the_gradient()
    {
        Tensor x = tensor(new double[] { 0, -3, -1, -1, -2, -3, -4, -5, 0 }, [1, 1, 3, 3]).requires_grad_();
        new SpatialPooling(One, PoolingKind.Max).call(x).backward();
        Assert.Equal([0, 0, 0.5, 0.5, 0, 0, 0, 0, 0], x.grad!.data<double>());
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        Messages.Say<ArgumentException>(
            () => new MaxPooling(One, 2), "MaxPooling: kernel size 2 is even", "p6m acts on hexagons", "3 for 7 cells");
        Messages.Say<ArgumentException>(() => new BinomialPooling(One, 4), "BinomialPooling: kernel size 4 is even");
        Messages.Say<ArgumentException>(
            () => new AveragePooling(One, 5).call(zeros(1, 1, 3, 3)), "AveragePooling", "radius 1", "padding 0", "window of radius 2");
        Messages.Say<ArgumentException>(() => new SpatialPooling(One).call(zeros(1, 1, 4, 4)), "SpatialPooling", "4 x 4", "odd side");
    }

    /// <summary>The ways to reach <c>u</c> by at most <c>rho</c> steps in each of three directions that sum to zero.</summary>
    private static double Paths(int rho, LatticePoint u) =>
        (from a in Enumerable.Range(0, rho + 1)
         from b in Enumerable.Range(0, rho + 1)
         from c in Enumerable.Range(0, rho + 1)
         where a - c == u.X && c - b == u.Y
         select Choose(rho, a) * Choose(rho, b) * Choose(rho, c)).Sum();

    private static double Choose(int n, int k) => k == 0 ? 1 : Choose(n, k - 1) * (n - k + 1) / k;
}
