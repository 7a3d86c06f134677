using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Instance, layer and group normalisation of fields.</summary>
public class FieldGroupNormLaws
{
    public static TheoryData<string> PlaneGroups => AnyLattice.PlaneGroups;

    public static TheoryData<string> SquarePlaneGroups => Examples.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void It_commutes_on_fields_of_every_kind_and_so_does_its_gradient(string name)
    {
        FieldType type = Mixed(PlaneGroup.Named(name));
        foreach (FieldGroupNorm norm in Variants(type))
        {
            AnyLattice.Commutes(norm);
            AnyLattice.LeavesNothingBehind(norm);
        }
    }

    [Fact]
    public void It_commutes_beyond_the_lattice()
    {
        foreach (PlaneGroup g in AnyLattice.Beyond)
        {
            AnyLattice.Commutes(FieldGroupNorm.Instance(AnyLattice.Irreps(g)).WithIntegers());
            AnyLattice.Commutes(FieldGroupNorm.Layer(AnyLattice.Irreps(g)).WithIntegers());
        }
    }

    [Theory]
    [MemberData(nameof(SquarePlaneGroups))]
    public void Where_all_counts_are_powers_of_two_instances_are_normalised_exactly(string name)
    {
        using FieldGroupNorm norm = FieldGroupNorm.Instance(Examples.Mixed(PlaneGroup.Named(name))).WithIntegers();
        Laws.Commutes(norm, 4, 8);
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void It_is_its_definition_sample_by_sample_and_group_by_group(string name)
    {
        FieldType type = Mixed(PlaneGroup.Named(name));
        foreach (FieldGroupNorm norm in Variants(type))
        {
            Tensor x = AnyLattice.Normal(type) + 0.5;
            x = OnCells(type, x);
            AnyLattice.AssertClose(Naive(norm, x), norm.call(x), 1e-10);
        }
    }

    [Fact]
    public void On_scalar_fields_instances_are_those_of_an_ordinary_batch_norm_of_one_sample()
    {
        using FieldGroupNorm norm = FieldGroupNorm.Instance(FieldType.Trivial(PlaneGroup.P4m, 3));
        using var ordinary = nn.BatchNorm2d(6);
        norm.to(ScalarType.Float64);
        ordinary.to(ScalarType.Float64);
        Tensor x = AnyLattice.Normal(norm.InputType);
        AnyLattice.AssertClose(ordinary.call(x.view(1, 6, 4, 6)).view(2, 3, 4, 6), norm.call(x));
    }

    [Fact]
    public void Only_what_the_group_permutes_has_a_mean()
    {
        PlaneGroup g = PlaneGroup.P4m;
        IReadOnlyList<Irrep> irreps = Irreps.Of(g.PointGroup);
        Assert.All(irreps, irrep => Assert.Equal(irrep.Index == 0, PermutedChannels.Of(irrep).All(moves => moves)));
        Assert.All(irreps.Skip(1), irrep => Assert.DoesNotContain(true, PermutedChannels.Of(irrep)));
        Assert.All(PermutedChannels.Of(new RegularRepresentation(g.PointGroup)), Assert.True);
        Assert.Equal([false, true, false, false], PermutedChannels.Of(irreps[1] + irreps[0] + irreps[2]));

        FieldType type = FieldType.Of(g, irreps[1] + irreps[0] + irreps[2]);
        using FieldGroupNorm norm = FieldGroupNorm.Layer(type);
        norm.to(ScalarType.Float64);
        Tensor means = norm.call(AnyLattice.Normal(type) + 0.5).mean([2, 3]);
        Assert.InRange(means.select(1, 1).abs().max().ToDouble(), 0, 1e-12);
        Assert.InRange(means.select(1, 0).abs().min().ToDouble(), 0.1, 2);
    }

    [Fact]
    public void Samples_and_groups_do_not_see_each_other()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 4);
        using FieldGroupNorm norm = new(type, 2);
        norm.to(ScalarType.Float64);
        Tensor x = AnyLattice.Normal(type), y = norm.call(x);
        AnyLattice.AssertClose(y.narrow(0, 1, 1), norm.call(x.narrow(0, 1, 1)));
        Tensor other = cat([x.narrow(1, 0, 8), 7 * x.narrow(1, 8, 8)], 1);
        AnyLattice.AssertClose(y.narrow(1, 0, 8), norm.call(other).narrow(1, 0, 8));
        norm.eval();
        AnyLattice.AssertClose(y, norm.call(x));
    }

    [Fact]
    public void The_state_dict_holds_scale_and_shift_of_each_field_and_goes_round()
    {
        FieldType type = Mixed(PlaneGroup.P4);
        using FieldGroupNorm norm = new FieldGroupNorm(type, 1).WithIntegers(), other = new FieldGroupNorm(type, 1);
        Assert.Equal(["bias", "weight"], norm.state_dict().Keys.Order());
        Assert.All(norm.state_dict().Values, value => Assert.Equal([type.Fields.Count], value.shape));
        Tensor x = AnyLattice.Normal(type);
        other.to(ScalarType.Float64);
        other.load_state_dict(norm.state_dict());
        Assert.True(Examples.Same(norm.call(x), other.call(x)));
        norm.call(x).pow(2).sum().backward();
        Assert.All(norm.parameters(), parameter => Assert.True((bool)parameter.grad!.ne(0).any()));
    }

    [Theory]
    [InlineData("pm")]
    [InlineData("p6m")]
    public void A_mean_or_a_variance_of_each_channel_is_refused(string name)
    {
        PlaneGroup g = PlaneGroup.Named(name);
        FieldType type = FieldType.Of(g, Irreps.Of(g.PointGroup)[^1], Irreps.Of(g.PointGroup)[^1]) + FieldType.Regular(g, 1);
        AnyLattice.IsRefused(x => OnCells(type, x + x.abs().mean([2, 3], keepdim: true)), type, type);
        Tensor scales = arange(1, 1 + type.Channels, ScalarType.Float64).view(1, -1, 1, 1);
        AnyLattice.IsRefused(x => x * scales / (x.pow(2).mean([2, 3], keepdim: true) + 1).sqrt(), type, type);
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 6);
        Messages.Say<ArgumentException>(() => new FieldGroupNorm(type, 4), "FieldGroupNorm", "4 groups", "6 fields", "must divide");
        Messages.Say<ArgumentException>(() => new FieldGroupNorm(type, 0), "0 groups");
        Messages.Say<ArgumentOutOfRangeException>(() => new FieldGroupNorm(type, 2, -1), "epsilon is -1", "above 0");
        FieldType scalars = FieldType.Trivial(PlaneGroup.P4, 4);
        Messages.Say<ArgumentException>(
            () => FieldGroupNorm.Instance(scalars).call(ones(2, 4, 1, 1)), "FieldGroupNorm", "single number", "1 x 1", "fewer groups");
        Assert.Equal([2, 4, 1, 1], FieldGroupNorm.Layer(scalars).call(ones(2, 4, 1, 1)).shape);
        Assert.Throws<ArgumentNullException>(() => FieldGroupNorm.Instance(null!));
        Assert.Throws<ArgumentNullException>(() => FieldGroupNorm.Layer(null!));
    }

    /// <summary>Eight fields: scalars, irreps alone and in a sum, and regular ones.</summary>
    private static FieldType Mixed(PlaneGroup g)
    {
        Irrep trivial = Irreps.Of(g.PointGroup)[0], last = Irreps.Of(g.PointGroup)[^1];
        return FieldType.Trivial(g, 2) + FieldType.Of(g, last, last + trivial, trivial, last) + FieldType.Regular(g, 2);
    }

    private static FieldGroupNorm[] Variants(FieldType type) =>
    [
        FieldGroupNorm.Instance(type).WithIntegers(), FieldGroupNorm.Layer(type).WithIntegers(),
        new FieldGroupNorm(type, 4, 0.5).WithIntegers(), new FieldGroupNorm(type, 2).WithIntegers(),
    ];

    private static Tensor OnCells(FieldType type, Tensor x) => type.Group.Lattice is HexagonalLattice ? x.MaskToHexagon() : x;

    /// <summary>The definition in lists of numbers, group by group.</summary>
    private static Tensor Naive(FieldGroupNorm norm, Tensor x)
    {
        FieldType type = norm.InputType;
        Tensor inside = OnCells(type, ones(x.size(2), x.size(3), dtype: ScalarType.Float64)).to(ScalarType.Bool);
        double[] weight = [.. norm.get_parameter("weight")!.data<double>()], bias = [.. norm.get_parameter("bias")!.data<double>()];
        bool[] permuted = [.. type.Fields.SelectMany(PermutedChannels.Of)];
        Tensor y = zeros_like(x);
        for (int sample = 0; sample < x.size(0); sample++)
        {
            foreach (int[] channels in Enumerable.Range(0, type.Channels)
                .GroupBy(channel => type.FieldOf(channel) / (type.Fields.Count / norm.Groups)).Select(group => group.ToArray()))
            {
                double[] Values(int channel) => [.. x[sample, channel].masked_select(inside).data<double>()];
                double mean = channels.Where(c => permuted[c]).SelectMany(Values).DefaultIfEmpty().Average();
                double Mean(int channel) => permuted[channel] ? mean : 0;
                double variance = channels.SelectMany(c => Values(c).Select(v => (v - Mean(c)) * (v - Mean(c)))).Average();
                foreach (int c in channels)
                {
                    double scale = weight[type.FieldOf(c)] / Math.Sqrt(variance + norm.Epsilon);
                    y[sample, c] = ((x[sample, c] - Mean(c)) * scale) + (permuted[c] ? bias[type.FieldOf(c)] : 0);
                }
            }
        }

        return OnCells(type, y);
    }
}
