using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class GatedNonlinearityLaws
{
    public static TheoryData<string> PlaneGroups => AnyLattice.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void With_gates_that_are_integers_it_commutes_exactly(string name)
    {
        PlaneGroup g = PlaneGroup.Named(name);
        Irrep[] signs = [.. Irreps.Of(g.PointGroup).Where(irrep => irrep.Dimension == 1)];
        using GatedNonlinearity layer = new(Examples.Mixed(g) + FieldType.Of(g, signs), gate: s => s);
        AnyLattice.CommutesExactly(layer);
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void It_commutes_on_every_irrep_and_so_does_its_gradient(string name)
    {
        PlaneGroup g = PlaneGroup.Named(name);
        FieldType type = AnyLattice.Irreps(g) + FieldType.Regular(g, 1);
        foreach (GatedNonlinearity layer in new[] { new GatedNonlinearity(type), new(type, s => s.tanh(), x => x.exp()) })
        {
            AnyLattice.Commutes(layer);
            AnyLattice.LeavesNothingBehind(layer);
        }
    }

    [Fact]
    public void It_commutes_beyond_the_lattice()
    {
        foreach (PlaneGroup g in AnyLattice.Beyond)
        {
            AnyLattice.Commutes(new GatedNonlinearity(AnyLattice.Irreps(g)));
        }
    }

    [Fact]
    public void Each_field_is_multiplied_by_its_gate()
    {
        PlaneGroup g = PlaneGroup.P4m;
        FieldType type = Examples.Mixed(g) + AnyLattice.Irreps(g);
        using GatedNonlinearity layer = new(type);
        Tensor x = AnyLattice.Normal(layer.InputType), y = layer.call(x);
        Assert.Equal(type.Fields.Count, layer.Gates);
        for (int channel = 0; channel < type.Channels; channel++)
        {
            Tensor gate = 1 / (1 + (-x.narrow(1, type.FieldOf(channel), 1)).exp());
            AnyLattice.AssertClose(gate * x.narrow(1, layer.Gates + channel, 1), y.narrow(1, channel, 1));
        }
    }

    [Fact]
    public void Fields_that_permute_may_be_treated_channel_by_channel_and_need_no_gate()
    {
        PlaneGroup g = PlaneGroup.P4;
        FieldType irrep = FieldType.Copies(g, Irreps.Of(g.PointGroup)[1], 3), regular = FieldType.Regular(g, 2);
        using GatedNonlinearity layer = new(regular + irrep, pointwise: x => x.relu());
        Assert.Equal(3, layer.Gates);
        Assert.Equal(FieldType.Trivial(g, 3) + regular + irrep, layer.InputType);
        Tensor x = AnyLattice.Normal(layer.InputType), y = layer.call(x);
        AnyLattice.AssertClose(x.narrow(1, 3, 8).relu(), y.narrow(1, 0, 8));
        AnyLattice.AssertClose(x.narrow(1, 11, 2) * x.narrow(1, 0, 1).sigmoid(), y.narrow(1, 8, 2));

        using GatedNonlinearity withoutGates = new(regular, pointwise: x => x.relu());
        Assert.Equal(0, withoutGates.Gates);
        Assert.Equal(regular, withoutGates.InputType);
        AnyLattice.CommutesExactly(withoutGates);
    }

    [Theory]
    [InlineData("p4")]
    [InlineData("p6m")]
    public void A_gate_for_each_channel_is_refused(string name)
    {
        PlaneGroup g = PlaneGroup.Named(name);
        FieldType type = FieldType.Copies(g, Irreps.Of(g.PointGroup)[^1], 1) + FieldType.Regular(g, 1);
        FieldType gates = FieldType.Trivial(g, type.Channels);
        AnyLattice.IsRefused(
            x => x.narrow(1, type.Channels, type.Channels) * x.narrow(1, 0, type.Channels).sigmoid(), gates + type, type);
    }

    [Fact]
    public void Tensors_without_gates_and_nothing_at_all_are_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        using GatedNonlinearity layer = new(type);
        Messages.Say<ArgumentException>(() => layer.call(zeros(1, 8, 2, 2)), "GatedNonlinearity", "8", "needs 10");
        Assert.Throws<ArgumentNullException>(() => new GatedNonlinearity(null!));
    }
}
