using GCnn.Groups;
using GCnn.Testing;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class VectorFieldNonlinearityLaws
{
    public static TheoryData<string> WithThreeRotations => ["p4", "p4m", "p3", "p3m1", "p31m", "p6", "p6m"];

    [Theory]
    [InlineData("p4")]
    [InlineData("p4m")]
    public void With_quarter_turns_it_commutes_exactly_also_where_channels_tie(string name)
    {
        // Integers from -5 to 5 in 4 or 8 channels tie at many positions, in pairs: the means of directions are exact.
        using VectorFieldNonlinearity layer = new(FieldType.Regular(PlaneGroup.Named(name), 2));
        Tensor x = AnyLattice.Integers(layer.InputType).clamp(-2, 5);
        Assert.True((bool)x.view(2, 2, -1, 24).eq(x.view(2, 2, -1, 24).amax(2).unsqueeze(2)).sum(2).gt(1).any());
        EquivarianceOptions thirds = EquivarianceOptions.Exact with { Tolerance = new Tolerance(1e-15) };
        EquivarianceAssert.Commutes(layer, layer.InputType, layer.OutputType, x, thirds);
        Tensor distinct = IntegerModules.Distinct(1, 2, layer.InputType.Channels, 4, 6);
        EquivarianceAssert.Commutes(layer, layer.InputType, layer.OutputType, distinct, EquivarianceOptions.Exact);
    }

    [Theory]
    [MemberData(nameof(WithThreeRotations))]
    public void It_commutes_and_so_does_its_gradient(string name)
    {
        PlaneGroup g = PlaneGroup.Named(name);
        FieldType type = FieldType.Regular(g, 2) + Mirrors(g);
        using VectorFieldNonlinearity layer = new(type);
        Assert.Equal(FieldType.Copies(g, Plane(g), type.Fields.Count), layer.OutputType);
        AnyLattice.Commutes(layer);
        AnyLattice.LeavesNothingBehind(layer);
    }

    [Fact]
    public void It_commutes_beyond_the_lattice()
    {
        foreach (PlaneGroup g in new[] { PlaneGroup.Cyclic(8), PlaneGroup.Dihedral(12), PlaneGroup.Cyclic(12, new HexagonalLattice()) })
        {
            AnyLattice.Commutes(new VectorFieldNonlinearity(FieldType.Regular(g, 2)));
        }
    }

    [Theory]
    [MemberData(nameof(WithThreeRotations))]
    public void The_vector_is_as_long_as_the_largest_channel_and_points_where_it_does(string name)
    {
        PlaneGroup g = PlaneGroup.Named(name);
        int rotations = Enumerable.Range(0, g.Order).Count(g.IsRotation);
        using VectorFieldNonlinearity layer = new(FieldType.Regular(g, 1));
        Tensor x = zeros(1, g.Order, 1, 1, dtype: ScalarType.Float64);
        for (int h = 0; h < g.Order; h++)
        {
            using Tensor one = x.clone();
            one[0, h, 0, 0] = tensor(3.0);
            double angle = 2 * Math.PI * (h % rotations) / rotations;
            double[] y = [.. layer.call(one).data<double>()];
            Assert.Equal(3 * Math.Cos(angle), y[0], 1e-12);
            Assert.Equal(3 * Math.Sin(angle), y[1], 1e-12);
            Assert.Equal([0.0, 0.0], layer.call(one - 4).data<double>().ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(WithThreeRotations))]
    public void The_first_of_several_largest_channels_is_refused(string name)
    {
        // Near a tie one direction is as good as the other; at a tie only their mean is.
        PlaneGroup g = PlaneGroup.Named(name);
        FieldType type = FieldType.Regular(g, 1), output = FieldType.Copies(g, Plane(g), 1);
        double[] directions = FieldDirections.Of(type.Fields[0], Plane(g))!;
        Tensor First(Tensor y) => y.amax(1).unsqueeze(1).relu() * tensor(directions, [g.Order, 2])
            .index_select(0, y.argmax(1).flatten()).view(y.size(0), y.size(2), y.size(3), 2).permute(0, 3, 1, 2);
        Tensor x = AnyLattice.Integers(type).clamp(-1, 1);
        Assert.Throws<EquivarianceException>(() => EquivarianceAssert.Commutes(First, type, output, x));
        EquivarianceAssert.Commutes(new VectorFieldNonlinearity(type), type, output, x);
    }

    [Theory]
    [InlineData("p1")]
    [InlineData("p2")]
    [InlineData("cmm")]
    public void Groups_of_fewer_than_three_rotations_are_refused(string name) => Messages.Say<ArgumentException>(
        () => new VectorFieldNonlinearity(FieldType.Regular(PlaneGroup.Named(name), 1)), "VectorFieldNonlinearity", name, "fewer than");

    [Fact]
    public void Channels_that_stand_for_no_direction_are_refused()
    {
        PlaneGroup g = PlaneGroup.P4m;
        FieldType[] others =
        [
            FieldType.Trivial(g, 1), FieldType.Quotient(g, Subgroup.Generated(g.PointGroup, 2), 1), FieldType.Copies(g, Plane(g), 1),
            FieldType.Of(g, new RegularRepresentation(g.PointGroup) + new TrivialRepresentation(g.PointGroup)),
        ];
        Assert.All(others, type => Messages.Say<ArgumentException>(
            () => new VectorFieldNonlinearity(FieldType.Regular(g, 1) + type),
            "VectorFieldNonlinearity", $"'{type.Fields[0]}'", "quotients by a reflection"));
        Assert.Throws<ArgumentNullException>(() => new VectorFieldNonlinearity(null!));
    }

    private static Irrep Plane(PlaneGroup g) => Irreps.Of(g.PointGroup).First(irrep => irrep is { Frequency: 1, Dimension: 2 });

    /// <summary>A quotient by each reflection, or a second regular field where there is none.</summary>
    private static FieldType Mirrors(PlaneGroup g) => Enumerable.Range(0, g.Order)
        .Select(h => g.IsRotation(h) ? FieldType.Regular(g, 1) : FieldType.Quotient(g, Subgroup.Generated(g.PointGroup, h), 1))
        .Aggregate((a, b) => a + b);
}
