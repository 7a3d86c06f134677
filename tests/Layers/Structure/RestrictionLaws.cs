using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class RestrictionLaws
{
    /// <summary>Every exact plane group with each of its subgroups.</summary>
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Commutes_with_every_subgroup_and_passes_the_tensor_on(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        Tensor x = Image(type);
        foreach (Subgroup k in Subgroup.AllOf(type.Group.PointGroup))
        {
            using Restriction restriction = new(type, k);
            Assert.Equal(type, restriction.InputType);
            Assert.Equal(type.Restrict(type.Group.Subgroup(k)), restriction.OutputType);
            Assert.Equal(restriction.OutputType, restriction.RestrictedInputType);
            Assert.True(Examples.Same(x, restriction.call(x)));
            Commutes(restriction, x, k.Order == 1);
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void A_net_commutes_with_the_group_to_which_it_was_restricted(string name)
    {
        var g = PlaneGroup.Named(name);
        foreach (Subgroup k in Subgroup.AllOf(g.PointGroup).Where(k => k.Order > 1))
        {
            using EquivariantSequential net = Net(g, g.Subgroup(k)).WithIntegers();
            Tensor x = Image(net.InputType);
            Commutes(net, x, false);
            EquivarianceAssert.GradientsCommute(net.call, net.RestrictedInputType, net.OutputType, x, EquivarianceOptions.Exact);
        }
    }

    [Theory]
    [InlineData("p4m", "p4")]
    [InlineData("p4m", "cmm")]
    [InlineData("p4", "p2")]
    [InlineData("p6m", "p6")]
    [InlineData("p6m", "p31m")]
    [InlineData("p6", "p3")]
    public void A_restricted_net_is_refused_under_the_whole_group(string whole, string part)
    {
        var g = PlaneGroup.Named(whole);
        using EquivariantSequential net = Invariant(Net(g, PlaneGroup.Named(part)).WithIntegers());
        Tensor x = Image(net.InputType);
        EquivarianceAssert.IsInvariant(net, net.RestrictedInputType, x, EquivarianceOptions.Exact);
        EquivarianceException refusal = Assert.Throws<EquivarianceException>(
            () => EquivarianceAssert.IsInvariant(net, net.InputType, x, EquivarianceOptions.Exact));
        Assert.Null(refusal.Report!.Vacuity);
    }

    [Fact]
    public void Fields_of_SO2_restrict_to_the_lattices_own_rotations()
    {
        manual_seed(1);
        FieldType type = FieldType.Copies(PlaneGroup.O2(2), ContinuousGroup.O2.Irrep(1), 2);
        PlaneGroup g = PlaneGroup.P4m;
        FieldType regular = FieldType.Regular(g, 1);
        Restriction restriction = new(type, g);
        using EquivariantSequential net = new(
            new Convolution(type, type, Stencil.Square(5), padding: 2), restriction,
            new Convolution(restriction.OutputType, regular, Stencil.Square(3)), PointwiseNonlinearity.ReLU(regular));
        net.to(ScalarType.Float64);
        EquivarianceAssert.Commutes(net, net.RestrictedInputType, regular, Image(type));
    }

    [Fact]
    public void Without_a_restriction_the_restricted_input_type_is_the_input_type()
    {
        using EquivariantSequential net = new(new EquivariantIdentity(FieldType.Regular(PlaneGroup.P4, 1)));
        Assert.Same(net.InputType, net.RestrictedInputType);
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        Messages.Say<ArgumentException>(() => new Restriction(type, PlaneGroup.P4m), "p4m is not a subgroup of p4", "in p4m only");
        Messages.Say<ArgumentException>(() => new Restriction(type, PlaneGroup.P3), "hexagonal", "shares the lattice");
        Messages.Say<ArgumentException>(() => new Restriction(type, Subgroup.Trivial(FiniteGroup.Cyclic(3))), "p4", "C3");
        Messages.Say<ArgumentException>(
            () => new Restriction(FieldType.Trivial(PlaneGroup.Cyclic(12), 1), PlaneGroup.SO2(2)), "SO(2)", "C12 is finite");
        Messages.Say<ArgumentException>(() => new Restriction(type, PlaneGroup.P2).call(zeros(1, 3, 2, 2)), "Restriction", "needs 4");
        Messages.Say<ArgumentException>(
            () => new EquivariantSequential(new Restriction(type, PlaneGroup.P2), PointwiseNonlinearity.ReLU(type)),
            "p2", "'p4: 1 regular'");
    }

    /// <summary>An image of integers; hexagonal where the group is.</summary>
    internal static Tensor Image(FieldType type, int samples = 2) =>
        type.Group.Lattice is HexagonalLattice ? Hexagons.Input(type, 3, samples) : Laws.Input(type, 5, 7, samples);

    private static void Commutes(EquivariantModule module, Tensor x, bool trivial) => EquivarianceAssert.Commutes(
        module, module.RestrictedInputType, module.OutputType, x, EquivarianceOptions.Exact with { AllowVacuous = trivial });

    /// <summary>Lifting, restriction with and without disentangling, and group convolutions on both sides of it.</summary>
    private static EquivariantSequential Net(PlaneGroup g, PlaneGroup k)
    {
        FieldType scalar = FieldType.Trivial(g, 1), regular = FieldType.Regular(g, 1);
        Restriction restriction = new(regular, k);
        Disentangle disentangle = new(restriction.OutputType);
        return new(
            new Convolution(scalar, regular, Examples.Window(g, 3), padding: 1), PointwiseNonlinearity.ReLU(regular),
            restriction, PointwiseNonlinearity.ReLU(restriction.OutputType), disentangle,
            new Convolution(disentangle.OutputType, FieldType.Regular(k, 2), Examples.Window(k, 3), padding: 1));
    }

    private static EquivariantSequential Invariant(EquivariantSequential net)
    {
        GroupPooling fibres = new(net.OutputType);
        return new(net, fibres, new SpatialPooling(fibres.OutputType));
    }
}
