using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class TensorProductNonlinearityLaws
{
    public static TheoryData<string> PlaneGroups => AnyLattice.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void It_commutes_on_all_pairs_of_irreps_and_so_does_its_gradient(string name)
    {
        (FieldType first, FieldType second) = Pairs(PlaneGroup.Named(name));
        using TensorProductNonlinearity layer = new(first, second);
        Assert.All(layer.OutputType.Fields, field => Assert.IsType<Irrep>(field));
        Assert.Equal(first.Fields.Zip(second.Fields, (a, b) => a.Dimension * b.Dimension).Sum(), layer.OutputType.Channels);
        AnyLattice.Commutes(layer);
        AnyLattice.LeavesNothingBehind(layer);
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void On_signs_it_commutes_exactly(string name)
    {
        PlaneGroup g = PlaneGroup.Named(name);
        Irrep[] signs = [.. Irreps.Of(g.PointGroup).Where(irrep => irrep.Dimension == 1)];
        AnyLattice.CommutesExactly(new TensorProductNonlinearity(FieldType.Of(g, signs), FieldType.Of(g, [.. signs.Reverse()])));
    }

    [Fact]
    public void It_commutes_on_fields_of_every_kind_and_beyond_the_lattice()
    {
        foreach (PlaneGroup g in new[] { PlaneGroup.P4, PlaneGroup.P3m1 })
        {
            FieldType mixed = FieldType.Regular(g, 2) + FieldType.Of(g, Irreps.Of(g.PointGroup)[^1]);
            AnyLattice.Commutes(new TensorProductNonlinearity(mixed, FieldType.Of(g, mixed.Fields[2], mixed.Fields[0], mixed.Fields[1])));
        }

        foreach (PlaneGroup g in AnyLattice.Beyond)
        {
            (FieldType first, FieldType second) = Pairs(g);
            AnyLattice.Commutes(new TensorProductNonlinearity(first, second));
        }
    }

    [Fact]
    public void It_is_the_definition_by_the_coefficients_of_each_pair()
    {
        (FieldType first, FieldType second) = Pairs(PlaneGroup.P6m);
        using TensorProductNonlinearity layer = new(first, second);
        Tensor x = AnyLattice.Normal(layer.InputType), y = layer.call(x);
        int channel = 0;
        for (int pair = 0; pair < first.Fields.Count; pair++)
        {
            ClebschGordan product = ClebschGordan.Of((Irrep)first.Fields[pair], (Irrep)second.Fields[pair]);
            int a = product.First.Dimension, b = product.Second.Dimension;
            for (int column = 0; column < a * b; column++, channel++)
            {
                Tensor sum = zeros_like(y.select(1, 0));
                for (int row = 0; row < a * b; row++)
                {
                    (int i, int j) = Math.DivRem(row, b);
                    sum += product.Coefficients[row, column]
                        * x.select(1, first.Offset(pair) + i) * x.select(1, first.Channels + second.Offset(pair) + j);
                }

                AnyLattice.AssertClose(sum, y.select(1, channel));
            }
        }

        Assert.Equal(channel, layer.OutputType.Channels);
    }

    [Fact]
    public void It_is_bilinear_and_a_scalar_factor_is_a_gate()
    {
        PlaneGroup g = PlaneGroup.P4;
        FieldType vector = FieldType.Copies(g, Irreps.Of(g.PointGroup)[1], 2);
        using TensorProductNonlinearity gate = new(FieldType.Trivial(g, 2), vector), product = new(vector, vector);
        Tensor x = AnyLattice.Integers(gate.InputType), y = gate.call(x);
        Assert.Equal(vector, gate.OutputType);
        Tensor gated = x.narrow(1, 2, 4).view(2, 2, 2, 4, 6) * x.narrow(1, 0, 2).unsqueeze(2);
        AnyLattice.AssertClose(gated.pow(2).sum(2), y.view(2, 2, 2, 4, 6).pow(2).sum(2), 1e-9);

        Tensor z = AnyLattice.Normal(product.InputType), first = z.narrow(1, 0, 4), second = z.narrow(1, 4, 4);
        AnyLattice.AssertClose(6 * product.call(z), product.call(cat([2 * first, 3 * second], 1)));
    }

    [Fact]
    public void Frequencies_above_the_maximum_are_dropped()
    {
        PlaneGroup g = PlaneGroup.SO2(2);
        FieldType two = FieldType.Of(g, Irreps.Of(g.PointGroup)[2]);
        Assert.Equal("SO(2): 2 irrep 0", new TensorProductNonlinearity(two, two).OutputType.ToString());
        PlaneGroup p6 = PlaneGroup.P6;
        FieldType one = FieldType.Of(p6, Irreps.Of(p6.PointGroup)[1]);
        Assert.Equal("p6: 2 irrep 0 + 1 irrep 2", new TensorProductNonlinearity(one, one).OutputType.ToString());
        Assert.Equal("p6: 2 irrep 0", new TensorProductNonlinearity(one, one, 1).OutputType.ToString());
        FieldType three = FieldType.Of(p6, Irreps.Of(p6.PointGroup)[3]);
        Messages.Say<ArgumentException>(
            () => new TensorProductNonlinearity(three, one, 1), "TensorProductNonlinearity", "as low as the maximum");
    }

    [Theory]
    [InlineData("p4")]
    [InlineData("p6m")]
    public void Products_of_channels_are_refused(string name)
    {
        PlaneGroup g = PlaneGroup.Named(name);
        FieldType vector = FieldType.Of(g, Irreps.Of(g.PointGroup).First(irrep => irrep.Dimension == 2));
        AnyLattice.IsRefused(x => x.narrow(1, 0, 2) * x.narrow(1, 2, 2), vector + vector, vector);
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        FieldType two = FieldType.Trivial(PlaneGroup.P4, 2), three = FieldType.Trivial(PlaneGroup.P4, 3);
        Messages.Say<ArgumentException>(() => new TensorProductNonlinearity(two, three), "2 fields", "has 3.", "as many");
        Messages.Say<ArgumentException>(() => new TensorProductNonlinearity(two, FieldType.Trivial(PlaneGroup.P6, 2)), "one plane group");
        Assert.Throws<ArgumentNullException>(() => new TensorProductNonlinearity(null!, two));
        Assert.Throws<ArgumentNullException>(() => new TensorProductNonlinearity(two, null!));
    }

    /// <summary>Every pair of irreps, equal pairs beside each other.</summary>
    private static (FieldType First, FieldType Second) Pairs(PlaneGroup g)
    {
        Representation[] irreps = [.. AnyLattice.Irreps(g).Fields.Distinct()];
        (Representation, Representation)[] pairs =
            [.. from a in irreps from b in irreps from copy in Enumerable.Range(0, a.Equals(b) ? 2 : 1) select (a, b)];
        return (FieldType.Of(g, [.. pairs.Select(pair => pair.Item1)]), FieldType.Of(g, [.. pairs.Select(pair => pair.Item2)]));
    }
}
