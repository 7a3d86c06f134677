using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class SublatticePoolingLaws
{
    public static TheoryData<string, int> GroupsAndIndices
    {
        get
        {
            TheoryData<string, int> pairs = [];
            foreach (PlaneGroup g in PlaneGroup.All)
            {
                foreach (Sublattice s in Sublattice.All.Where(s => s.Lattice.Equals(g.Lattice)))
                {
                    pairs.Add(g.Name, s.Index);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(GroupsAndIndices))]
    public void Commutes_with_every_element_that_keeps_the_sublattice(string name, int index)
    {
        var g = PlaneGroup.Named(name);
        Sublattice sublattice = Of(g.Lattice, index);
        FieldType type = FieldType.Trivial(g, 1) + FieldType.Regular(g, 1);
        foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
        {
            using SublatticePooling pooling = new(type, sublattice, kind);
            Assert.Equal(sublattice.On(g), pooling.OutputType.Group);
            for (int r = 1; r <= 7; r++)
            {
                using DisposeScope scope = NewDisposeScope();
                Assert.True(Commutes(pooling.call, pooling, Input(type, r)), $"radius {r}");
            }
        }
    }

    [Theory]
    [InlineData("p4m", 2)]
    [InlineData("p4m", 5)]
    [InlineData("p6m", 3)]
    [InlineData("p6m", 7)]
    public void With_the_channels_of_another_element_it_is_refused(string name, int index)
    {
        var g = PlaneGroup.Named(name);
        using SublatticePooling pooling = new(FieldType.Regular(g, 1), Of(g.Lattice, index));
        Tensor x = Input(pooling.InputType, 6);
        Assert.True(Commutes(pooling.call, pooling, x));
        Assert.False(Commutes(y => pooling.call(y).flip(1), pooling, x));
        Assert.False(Commutes(y => pooling.call(y).cumsum(3), pooling, x));
    }

    [Theory]
    [InlineData("p4m", 5)]
    [InlineData("p6m", 7)]
    public void Reflections_that_move_the_sublattice_are_lost(string name, int index)
    {
        var g = PlaneGroup.Named(name);
        using SublatticePooling pooling = new(FieldType.Regular(g, 1), Of(g.Lattice, index));
        Assert.Equal(g.Order / 2, pooling.OutputType.Group.Order);
        Assert.Equal(g.Order, pooling.OutputType.Channels);
        Assert.DoesNotContain(Enumerable.Range(0, g.Order / 2), k => pooling.OutputType.Group.Determinant(k) < 0);
    }

    [Theory]
    [MemberData(nameof(GroupsAndIndices))]
    public void Is_its_definition(string name, int index)
    {
        var g = PlaneGroup.Named(name);
        Sublattice sublattice = Of(g.Lattice, index);
        FieldType type = FieldType.Trivial(g, 1);
        using SublatticePooling largest = new(type, sublattice), mean = new(type, sublattice, PoolingKind.Mean);
        Tensor x = Input(type, 6, samples: 1);
        (Dictionary<LatticePoint, double> maxima, Dictionary<LatticePoint, double> means) =
            NaiveSublattice.Pool(sublattice, x);
        AssertHolds(maxima, largest.call(x));
        AssertHolds(means, mean.call(x));
    }

    [Fact]
    public void Windows_are_those_of_the_catalogue()
    {
        (int Points, int[] Shares, int Unit)[] expected =
        [
            (5, [1, 1, 4, 1, 1], 4), (9, [1, 2, 1, 2, 4, 2, 1, 2, 1], 4), (5, [1, 1, 1, 1, 1], 1),
            (7, [1, 1, 1, 3, 1, 1, 1], 3), (7, [1, 1, 1, 2, 1, 1, 1], 2), (7, [1, 1, 1, 1, 1, 1, 1], 1),
        ];
        foreach ((Sublattice sublattice, var window) in Sublattice.All.Zip(expected))
        {
            var found = SublatticeWindow.Of(sublattice);
            Assert.Equal((window.Points, window.Unit, 1), (found.Points.Count, found.Unit, found.Reach));
            Assert.Equal(window.Shares, found.Shares);
        }
    }

    [Fact]
    public void The_shares_of_each_point_in_all_windows_sum_to_one()
    {
        foreach (var (a, b) in new[] { (1, 0), (1, 1), (2, 0), (2, 1), (3, 0), (3, 1), (2, 2), (4, 1) })
        {
            foreach (Lattice lattice in new Lattice[] { new SquareLattice(), new HexagonalLattice() })
            {
                var sublattice = Sublattice.Generated(lattice, new(a, b));
                var window = SublatticeWindow.Of(sublattice);
                Dictionary<int, int> ofCoset = [];
                foreach ((LatticePoint point, int share) in window.Points.Zip(window.Shares))
                {
                    int coset = sublattice.CosetOf(point);
                    ofCoset[coset] = ofCoset.GetValueOrDefault(coset) + share;
                }

                Assert.Equal(sublattice.Index, ofCoset.Count);
                Assert.All(ofCoset.Values, sum => Assert.Equal(window.Unit, sum));
            }
        }
    }

    [Fact]
    public void On_squares_every_second_pixel_is_binomial_pooling()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4m, 2);
        Tensor x = Laws.Input(type, 9, 5);
        using SublatticePooling pooling = new(type, Sublattice.SquareOfIndex4, PoolingKind.Mean);
        Assert.True(Examples.Same(new BinomialPooling(type).call(x), pooling.call(x)));
    }

    [Fact]
    public void In_a_net_the_next_layer_has_the_sublattices_group()
    {
        FieldType image = FieldType.Trivial(PlaneGroup.P6m, 1), fields = FieldType.Regular(PlaneGroup.P6m, 1);
        SublatticePooling pooling = new(fields, Sublattice.HexagonalOfIndex7);
        FieldType next = FieldType.Regular(pooling.OutputType.Group, 1);
        using EquivariantSequential net = new EquivariantSequential(
            new Convolution(image, fields, Stencil.Hexagon(1), padding: 1), PointwiseNonlinearity.ReLU(fields), pooling,
            new Convolution(pooling.OutputType, next, Stencil.Hexagon(1), padding: 1), new GroupPooling(next),
            new SpatialPooling(FieldType.Trivial(next.Group, 1))).WithIntegers();
        Tensor x = Input(image, 7);
        Subgroup kept = Sublattice.HexagonalOfIndex7.Kept(image.Group);
        Assert.All(kept.Members, h => Assert.True(Examples.Same(net.call(x), net.call(x.Transform(image, h)))));
        Assert.False(Examples.Same(net.call(x), net.call(x.Transform(image, 6))));
        Messages.Say<ArgumentException>(
            () => new EquivariantSequential(pooling, new GroupPooling(fields)), "SublatticePooling", "p6:", "p6m:");
    }

    [Fact]
    public void Fields_of_every_kind_have_means()
    {
        foreach (Sublattice sublattice in new[] { Sublattice.HexagonalOfIndex3, Sublattice.HexagonalOfIndex7 })
        {
            FieldType type = FieldType.Of(PlaneGroup.P6m, [.. Irreps.Of(PlaneGroup.P6m.PointGroup)]);
            using SublatticePooling pooling = new(type, sublattice, PoolingKind.Mean);
            Tensor x = Input(type, 5), y = pooling.call(x);
            foreach ((int k, int h) in sublattice.Kept(type.Group).Members.Index())
            {
                Assert.True(y.Transform(pooling.OutputType, k).allclose(pooling.call(x.Transform(type, h)), 1e-12, 1e-12));
            }
        }
    }

    [Fact]
    public void Gradients_commute_and_points_that_tie_share_them()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P6, 1);
        foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
        {
            using SublatticePooling pooling = new(type, Sublattice.HexagonalOfIndex4, kind);
            Tensor x = Hexagons.Input(type, 4), w = Hexagons.Input(type, 2, seed: 2);
            Tensor Gradient(Tensor at, Tensor of)
            {
                Tensor leaf = at.clone().requires_grad_();
                (pooling.call(leaf) * of).sum().backward();
                return leaf.grad!;
            }

            // Sevenths and thirds: a few bits are lost.
            Assert.All(Enumerable.Range(0, 6), h => Assert.True(Gradient(x, w).Transform(type, h)
                .allclose(Gradient(x.Transform(type, h), w.Transform(pooling.OutputType, h)), 1e-13, 1e-13)));
        }
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        FieldType square = FieldType.Trivial(PlaneGroup.P4m, 1), mixing = MixingRepresentation.Type(PlaneGroup.P4m);
        Messages.Say<ArgumentException>(
            () => new SublatticePooling(square, Sublattice.HexagonalOfIndex3), "p4m lives on", "sublattice of the group's lattice");
        Messages.Say<ArgumentException>(() => new SublatticePooling(mixing, Sublattice.Quincunx), "SublatticePooling", "'mixing'");
        Messages.Say<ArgumentException>(
            () => new SublatticePooling(square, Sublattice.Quincunx).call(zeros(1, 1, 5, 6)),
            "SublatticePooling", "5 x 6", "between pixels", "odd sides");
    }

    private static Sublattice Of(Lattice lattice, int index) => Sublattice.All.Single(s => s.Lattice.Equals(lattice) && s.Index == index);

    private static Tensor Input(FieldType type, int radius, int samples = 2) => type.Group.Lattice is HexagonalLattice
        ? Hexagons.Input(type, radius, samples)
        : Laws.Input(type, (2 * radius) + 1, (2 * radius) + 1, samples);

    /// <summary><c>f(L_h x) = L_k f(x)</c> for every element <c>h</c> that is element <c>k</c> of the sublattice's group.</summary>
    private static bool Commutes(Func<Tensor, Tensor> f, SublatticePooling pooling, Tensor x)
    {
        Tensor y = f(x);
        return pooling.Sublattice.Kept(pooling.InputType.Group).Members.Index().All(pair => Examples.Same(
            f(x.Transform(pooling.InputType, pair.Item)), y.Transform(pooling.OutputType, pair.Index)));
    }

    private static void AssertHolds(Dictionary<LatticePoint, double> expected, Tensor y)
    {
        int radius = (int)y.size(3) / 2;
        Assert.True(radius >= 2);
        for (int v = -radius; v <= radius; v++)
        {
            for (int u = -radius; u <= radius; u++)
            {
                double value = y[0, 0, v + radius, u + radius].item<double>();
                Assert.True(
                    Math.Abs(value - expected.GetValueOrDefault(new(u, v))) < 1e-12 || (value == 0 && Math.Abs(u + v) > radius));
            }
        }
    }
}
