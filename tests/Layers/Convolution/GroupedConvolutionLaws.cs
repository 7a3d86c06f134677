using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Groups of fields: every group is a convolution by itself, and together they commute.</summary>
public class GroupedConvolutionLaws
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Every_number_of_groups_commutes(string name)
    {
        var g = PlaneGroup.Named(name);
        (FieldType input, FieldType output) = (Repeated(Pattern(g), 4), Repeated(FieldType.Regular(g, 1) + FieldType.Trivial(g, 1), 4));
        foreach (int groups in new[] { 1, 2, 4 })
        {
            foreach ((int stride, int dilation) in new[] { (1, 1), (2, 1), (1, 2) })
            {
                using DisposeScope scope = NewDisposeScope();
                using Convolution convolution = New(input, output, groups, stride, dilation);
                Commutes(convolution);
            }
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Depthwise_convolutions_of_every_kind_of_field_commute(string name)
    {
        var g = PlaneGroup.Named(name);
        foreach (FieldType one in Examples.Quotients(g).Fields.Select(field => FieldType.Of(g, field)))
        {
            using DisposeScope scope = NewDisposeScope();
            using Convolution convolution = New(Repeated(one, 3), Repeated(one + FieldType.Regular(g, 1), 3), groups: 3);
            Assert.Equal(convolution.InputType.Fields.Count, convolution.Groups);
            Commutes(convolution);
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Each_group_is_the_convolution_of_its_own_fields(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType regular = FieldType.Regular(g, 1);
        foreach ((FieldType from, FieldType to) in new[] { (Pattern(g), regular), (regular, Pattern(g)), (Irreducible(g), Irreducible(g)) })
        {
            using DisposeScope scope = NewDisposeScope();
            using Convolution whole = New(Repeated(from, 3), Repeated(to, 3), groups: 3);
            using Convolution alone = New(from, to, groups: 1);
            Assert.Equal(3 * alone.Weight.numel(), whole.Weight.numel());
            Assert.Equal(3 * (alone.Bias?.numel() ?? 0), whole.Bias?.numel() ?? 0);
            Tensor x = Image(whole.InputType);
            Tensor[] parts = [.. Enumerable.Range(0, 3).Select(group => OfGroup(alone, whole, group, x))];
            Assert.InRange((cat(parts, 1) - whole.call(x)).abs().max().ToDouble(), 0, from.IsPermutation ? 0 : 1e-9);
        }
    }

    [Theory]
    [InlineData("p4m")]
    [InlineData("cm")]
    public void Every_way_of_padding_commutes_in_groups_and_depthwise(string name)
    {
        FieldType type = Repeated(Pattern(PlaneGroup.Named(name)), 2), regular = FieldType.Regular(type.Group, 3);
        foreach (PaddingModes mode in Enum.GetValues<PaddingModes>())
        {
            Laws.Commutes(new Convolution(type, type, Stencil.Square(3), padding: 1, paddingMode: mode, groups: 2).WithIntegers(), 4, 3);
            Laws.Commutes(new Convolution(regular, regular, Stencil.Square(2), 2, 1, paddingMode: mode, groups: 3).WithIntegers(), 4, 6);
        }
    }

    [Theory]
    [InlineData("p4m")]
    [InlineData("p6m")]
    public void The_gradient_to_the_input_commutes(string name)
    {
        FieldType type = Repeated(Pattern(PlaneGroup.Named(name)), 2);
        using Convolution convolution = New(type, type, groups: 2);
        EquivarianceAssert.GradientsCommute(convolution.call, type, type, Image(type), EquivarianceOptions.Exact);
    }

    [Fact]
    public void Irreps_and_groups_beyond_the_lattice_fall_into_groups_too()
    {
        foreach (PlaneGroup g in new[] { PlaneGroup.P4m, PlaneGroup.P6, PlaneGroup.Cyclic(8), PlaneGroup.Dihedral(12) })
        {
            FieldType type = Repeated(Irreducible(g) + FieldType.Regular(g, 1), 2);
            using Generator generator = new(3);
            using Convolution convolution = new(type, type, Examples.Window(g, 3), padding: 1, groups: 2, generator: generator);
            convolution.to(ScalarType.Float64);
            EquivarianceAssert.Commutes(convolution.call, type, type, Real(type));
        }
    }

    [Fact]
    public void Groups_that_cut_a_field_are_refused_by_the_law()
    {
        // {e, r} of C4 is no subgroup, so half of a fibre cannot be convolved with half of a fibre.
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        using Convolution convolution = New(type, type, groups: 1);
        Tensor filter = convolution.ExpandedFilter();
        Tensor cut = cat([filter.narrow(0, 0, 2).narrow(1, 0, 2), filter.narrow(0, 2, 2).narrow(1, 2, 2)]);
        Laws.Commutes(x => nn.functional.conv2d(x, filter, padding: [1, 1]), type, type, 5, 5);
        Laws.IsRefused(x => nn.functional.conv2d(x, cut, padding: [1, 1], groups: 2), type, type, 5, 5);
    }

    [Fact]
    public void Outputs_have_twice_the_mean_square_of_their_inputs()
    {
        foreach (FieldType one in new[] { FieldType.Regular(PlaneGroup.P4m, 2), Irreducible(PlaneGroup.P4m) })
        {
            using Generator generator = new(3);
            FieldType type = Repeated(one, 50);
            using Convolution convolution = new(type, type, Stencil.Square(3), bias: false, groups: 50, generator: generator);
            Tensor x = randn(40, type.Channels, 3, 3, generator: generator);
            Assert.InRange(convolution.call(x).pow(2).mean().ToDouble(), 1.7, 2.3);
        }
    }

    [Fact]
    public void Refusals_name_the_fields()
    {
        PlaneGroup g = PlaneGroup.P4;
        FieldType regular = FieldType.Regular(g, 4), mixed = FieldType.Regular(g, 1) + FieldType.Trivial(g, 3);
        Messages.Say<ArgumentException>(
            () => New(regular, regular, groups: 3), "Convolution: 3 groups cannot share the 4 fields of 'p4: 4 regular' evenly", "divides");
        Messages.Say<ArgumentException>(
            () => New(regular, mixed, groups: 2), "2 groups of 'p4: 1 regular + 3 trivial'", "field 0 is 'regular'", "field 2", "'trivial'",
            "pattern repeats");
        Messages.Say<ArgumentOutOfRangeException>(() => New(regular, regular, groups: 0), "the groups is 0", "at least 1");
    }

    internal static FieldType Repeated(FieldType one, int times) => Enumerable.Repeat(one, times).Aggregate((a, b) => a + b);

    internal static FieldType Pattern(PlaneGroup g) =>
        FieldType.Trivial(g, 1) + FieldType.Regular(g, 1) + FieldType.Quotient(g, Subgroup.AllOf(g.PointGroup)[^1], 1);

    internal static FieldType Irreducible(PlaneGroup g) => FieldType.Of(g, [.. Irreps.Of(g.PointGroup)]);

    /// <summary>An image on which every law is exact: integers, and zero outside a hexagon.</summary>
    internal static Tensor Image(FieldType type) =>
        type.Group.Lattice is HexagonalLattice ? Hexagons.Input(type, 3) : Laws.Input(type, 5, 7);

    internal static Tensor Real(FieldType type)
    {
        Tensor x = randn(2, type.Channels, 7, 7, dtype: ScalarType.Float64, generator: new Generator(5));
        return type.Group.Lattice is HexagonalLattice ? x.MaskToHexagon() : x;
    }

    internal static void Commutes(EquivariantModule layer) =>
        EquivarianceAssert.Commutes(layer.call, layer.InputType, layer.OutputType, Image(layer.InputType), Options(layer.InputType.Group));

    private static EquivarianceOptions Options(PlaneGroup g) => EquivarianceOptions.Exact with { AllowVacuous = g.Order == 1 };

    private static Convolution New(FieldType input, FieldType output, int groups, int stride = 1, int dilation = 1) =>
        new Convolution(input, output, Examples.Window(input.Group, 3), stride, dilation, dilation, groups: groups).WithIntegers();

    private static Tensor OfGroup(Convolution alone, Convolution whole, int group, Tensor x)
    {
        using IDisposable noGrad = no_grad();
        alone.Weight.copy_(whole.Weight.narrow(0, group * alone.Weight.numel(), alone.Weight.numel()));
        alone.Bias?.copy_(whole.Bias!.narrow(0, group * alone.Bias.numel(), alone.Bias.numel()));
        return alone.call(x.narrow(1, group * alone.InputType.Channels, alone.InputType.Channels));
    }
}
