using GCnn.Groups;
using GCnn.Testing;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class NormMaxPoolingLaws
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    public static TheoryData<string> Hexagonal => Hexagons.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Commutes_exactly_ties_included(string name)
    {
        // Integers from -5 to 5 on scalar and vector fields tie in many windows.
        var g = PlaneGroup.Named(name);
        FieldType type = FieldType.Trivial(g, 1) + FieldType.Regular(g, 2) + MixingRepresentation.Type(g);
        foreach (var (k, s, p, rows, columns) in new[] { (2, 2, 0, 4, 6), (3, 2, 1, 5, 7), (3, 1, 1, 4, 5), (4, 2, 2, 4, 6) })
        {
            Laws.Commutes(new NormMaxPooling(type, k, s, p), rows, columns);
        }

        EquivarianceAssert.GradientsCommute(new NormMaxPooling(type, 3, 2, 1).call, type, type, Laws.Input(type, 5, 7));
    }

    [Theory]
    [MemberData(nameof(Hexagonal))]
    public void On_hexagons_it_commutes_at_every_radius(string name)
    {
        FieldType type = FieldType.Trivial(PlaneGroup.Named(name), 1) + FieldType.Regular(PlaneGroup.Named(name), 1);
        foreach (var (r, k, s, p) in new[] { (1, 3, 2, 1), (2, 3, 2, 0), (3, 3, 2, 1), (4, 5, 3, 2), (5, 3, 3, 0) })
        {
            Hexagons.Commutes(new NormMaxPooling(type, k, s, p), Hexagons.Input(type, r));
        }
    }

    [Fact]
    public void On_irreps_it_commutes_within_the_tolerance()
    {
        foreach (PlaneGroup g in new[] { PlaneGroup.P4m, PlaneGroup.P6m, PlaneGroup.Dihedral(8) })
        {
            FieldType type = FieldType.Of(g, [.. Irreps.Of(g.PointGroup)]);
            Tensor x = g.Lattice is HexagonalLattice ? Hexagons.Distinct(type, 3) : IntegerModules.Distinct(1, 2, type.Channels, 5, 7);
            EquivarianceAssert.Commutes(new NormMaxPooling(type, 3, 2, 1), type, type, x);
        }
    }

    [Fact]
    public void Without_ties_it_is_the_vector_of_largest_norm()
    {
        FieldType type = MixingRepresentation.Type(PlaneGroup.P4m) + FieldType.Trivial(PlaneGroup.P4m, 1);
        Tensor x = IntegerModules.Distinct(3, 2, 3, 6, 6) - 30, y = new NormMaxPooling(type, 2).call(x);
        for (int window = 0; window < 18; window++)
        {
            (int n, int row, int column) = (window / 9, window / 3 % 3, window % 3);
            var pixels = from i in Enumerable.Range(0, 2) from j in Enumerable.Range(0, 2) select ((2 * row) + i, (2 * column) + j);
            double At(int c, (int Row, int Column) p) => x[n, c, p.Row, p.Column].item<double>();
            var vector = pixels.MaxBy(p => (At(0, p) * At(0, p)) + (At(1, p) * At(1, p)));
            var scalar = pixels.MaxBy(p => Math.Abs(At(2, p)));
            Assert.Equal((At(0, vector), At(1, vector)), (y[n, 0, row, column].item<double>(), y[n, 1, row, column].item<double>()));
            Assert.Equal(At(2, scalar), y[n, 2, row, column].item<double>());
        }
    }

    [Fact]
    public void On_scalars_that_are_not_negative_it_is_max_pooling()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4, 3);
        Tensor x = Laws.Input(type, 7, 9).abs();
        Assert.True(Examples.Same(new MaxPooling(type, 3, 2, 1).call(x), new NormMaxPooling(type, 3, 2, 1).call(x)));
        FieldType hexagonal = FieldType.Trivial(PlaneGroup.P6, 3);
        Tensor h = Hexagons.Input(hexagonal, 4).abs();
        Assert.True(Examples.Same(new MaxPooling(hexagonal, 3, 2, 1).call(h), new NormMaxPooling(hexagonal, 3, 2, 1).call(h)));
    }

    [Fact]
    public void Vectors_that_tie_share_the_window_and_the_gradient()
    {
        FieldType type = MixingRepresentation.Type(PlaneGroup.P4);
        Tensor x = tensor(new double[] { 3, 0, 1, 0, 4, 5, 1, 0 }, [1, 2, 2, 2]).requires_grad_();
        Tensor y = new NormMaxPooling(type, 2).call(x);
        Assert.Equal([1.5, 4.5], y.detach().data<double>().ToArray());
        (y * tensor(new[] { 1.0, 2 }, [1, 2, 1, 1])).sum().backward();
        Assert.Equal([0.5, 0.5, 0, 0, 1, 1, 0, 0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Taking_the_first_of_the_vectors_that_tie_is_refused()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4, 1);
        Laws.IsRefused(
            x =>
            {
                (_, Tensor first) = nn.functional.max_pool2d_with_indices(x.abs(), [2, 2]);
                return x.flatten(2).gather(2, first.flatten(2)).reshape(first.shape);
            },
            type, type, 6, 6);
        Laws.Commutes(new NormMaxPooling(type, 2), 6, 6);
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4, 1);
        Messages.Say<ArgumentOutOfRangeException>(() => new NormMaxPooling(type, 0), "NormMaxPooling", "kernelSize is 0");
        Messages.Say<ArgumentException>(() => new NormMaxPooling(type, 7).call(zeros(1, 1, 6, 6)), "NormMaxPooling", "6 x 6", "7 x 7");
        Messages.Say<ArgumentException>(
            () => new NormMaxPooling(FieldType.Trivial(PlaneGroup.P6, 1), 2), "NormMaxPooling: kernel size 2 is even");
    }
}
