using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class ConcatenatedNonlinearityLaws
{
    public static TheoryData<string> PlaneGroups => AnyLattice.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void It_commutes_exactly_on_every_field_of_signed_permutations(string name)
    {
        foreach (FieldType type in Signed(PlaneGroup.Named(name)))
        {
            AnyLattice.CommutesExactly(new ConcatenatedNonlinearity(type));
            using ConcatenatedNonlinearity shifted = new(type, x => (x + 1).pow(2));
            AnyLattice.CommutesExactly(shifted);
            Assert.True(shifted.OutputType.IsPermutation);
            Assert.Equal(2 * type.Channels, shifted.OutputType.Channels);
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Its_gradient_commutes(string name)
    {
        foreach (FieldType type in Signed(PlaneGroup.Named(name)))
        {
            using ConcatenatedNonlinearity layer = new(type);
            AnyLattice.Commutes(layer);
            AnyLattice.LeavesNothingBehind(layer);
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void What_it_gives_are_the_values_at_every_channel_and_its_negative(string name)
    {
        foreach (FieldType type in Signed(PlaneGroup.Named(name)))
        {
            using ConcatenatedNonlinearity layer = new(type, x => (x + 1).pow(2));
            Tensor x = AnyLattice.Integers(type);
            Tensor expected = cat([(x + 1).pow(2), (1 - x).pow(2)], 1).sum(1), actual = layer.call(x).sum(1);
            Tensor inside = x.abs().sum(1).ne(0);
            Assert.True(Examples.Same(expected.masked_select(inside), actual.masked_select(inside)));
        }
    }

    [Fact]
    public void The_output_types_are_these()
    {
        PlaneGroup p4 = PlaneGroup.P4, p4m = PlaneGroup.P4m, pm = PlaneGroup.Pm;
        Assert.Equal(FieldType.Trivial(p4, 6), Output(FieldType.Trivial(p4, 3)));
        Assert.Equal(FieldType.Regular(p4, 4), Output(FieldType.Regular(p4, 2)));
        Assert.Equal(FieldType.Regular(p4, 1), Output(Irrep(p4, 1)));
        Assert.Equal(FieldType.Quotient(p4, Subgroup.Generated(p4.PointGroup, 2), 1), Output(Irrep(p4, 2)));
        Assert.Equal(FieldType.Regular(pm, 1), Output(Irrep(pm, 1)));

        // The determinant's kernel are the rotations; irrep 1 of D4 moves the four half-axes, of which a reflection keeps two.
        Assert.Equal(FieldType.Quotient(p4m, Subgroup.Generated(p4m.PointGroup, 1), 1), Output(Irrep(p4m, 1)));
        Assert.Equal(FieldType.Quotient(p4m, Subgroup.Generated(p4m.PointGroup, 4), 1), Output(Irrep(p4m, 2)));
    }

    [Fact]
    public void On_a_sign_the_two_channels_are_the_two_rectified_halves()
    {
        FieldType sign = Irrep(PlaneGroup.Pm, 1);
        using ConcatenatedNonlinearity layer = new(sign);
        Tensor x = tensor(new double[] { -3, 2 }, [1, 1, 1, 2]);
        Assert.Equal([0, 2, 3, 0], layer.call(x).abs().data<double>().ToArray());
    }

    [Theory]
    [InlineData("p4")]
    [InlineData("p31m")]
    public void A_sum_of_both_signs_in_the_wrong_order_is_refused(string name)
    {
        PlaneGroup g = PlaneGroup.Named(name);
        FieldType type = Signed(g)[^1];
        using ConcatenatedNonlinearity layer = new(type);
        AnyLattice.IsRefused(x => layer.call(x).roll([1], [1]), type, layer.OutputType);
    }

    [Theory]
    [InlineData("p3")]
    [InlineData("p6m")]
    public void An_irrep_that_mixes_its_channels_is_refused(string name)
    {
        PlaneGroup g = PlaneGroup.Named(name);
        Irrep turning = Irreps.Of(g.PointGroup).First(irrep => irrep.Dimension == 2);
        Messages.Say<ArgumentException>(
            () => new ConcatenatedNonlinearity(FieldType.Trivial(g, 1) + FieldType.Of(g, turning)),
            "ConcatenatedNonlinearity", "up to signs", $"'{turning}' in '{name}", "NormNonlinearity");
        AnyLattice.IsRefused(
            x => cat([x.relu(), (-x).relu()], 1), FieldType.Of(g, turning), FieldType.Of(g, turning, turning));
    }

    [Fact]
    public void With_the_rectifier_it_exports()
    {
        foreach (FieldType type in Signed(PlaneGroup.P4m))
        {
            using ConcatenatedNonlinearity layer = new(type), squared = new(type, x => x.pow(2));
            Exports.AreSame(layer, AnyLattice.Normal(layer.InputType));
            Messages.Say<NotSupportedException>(() => PlainNet.Of(squared), "ConcatenatedNonlinearity", "nn.ELU().call");
        }
    }

    [Fact]
    public void Nothing_at_all_is_refused() => Assert.Throws<ArgumentNullException>(() => new ConcatenatedNonlinearity(null!));

    private static FieldType Output(FieldType input) => new ConcatenatedNonlinearity(input).OutputType;

    private static FieldType Irrep(PlaneGroup g, int number) => FieldType.Of(g, Irreps.Of(g.PointGroup)[number]);

    /// <summary>Permutations, sign irreps, what they induce, and their sums and products with permutations.</summary>
    private static FieldType[] Signed(PlaneGroup g)
    {
        Irrep[] signs = [.. Irreps.Of(g.PointGroup).Where(irrep => irrep.Dimension == 1)];
        Representation[] induced =
        [
            .. from k in Subgroup.AllOf(g.PointGroup)
               from sign in Irreps.Of(k.AsGroup())
               where sign.Dimension == 1
               select sign.Induce(k),
        ];
        return
        [
            Examples.Mixed(g), FieldType.Of(g, signs), FieldType.Of(g, induced),
            FieldType.Of(g, signs[^1] + signs[0], signs[^1].Tensor(induced[0])),
        ];
    }
}
