using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>What certificates say of nets whose answer is known.</summary>
public class CertificateLaws
{
    [Theory]
    [InlineData("p4m", 33, 33, "p4m")]
    [InlineData("p4m", 32, 32, "cm (falling diagonal)")]
    [InlineData("p4m", 32, 33, "pm (left-right)")]
    [InlineData("p4m", 33, 32, "pm (up-down)")]
    [InlineData("p4", 32, 32, "p1")]
    [InlineData("p4", 32, 33, "p1")]
    [InlineData("cmm", 32, 32, "cm (falling diagonal)")]
    [InlineData("pmm", 32, 33, "pm (left-right)")]
    [InlineData("cm", 32, 32, "cm (falling diagonal)")]
    [InlineData("p2", 33, 32, "p1")]
    public void A_stride_of_2_leaves_a_subgroup(string group, int height, int width, string subgroup)
    {
        using Convolution convolution = Strided(PlaneGroup.Named(group));
        Assert.Equal(subgroup, Certificate.For(convolution, height, width).SubgroupName);
    }

    [Fact]
    public void On_an_oblong_image_one_quarter_turn_commutes_and_its_inverse_does_not()
    {
        using Convolution convolution = Strided(PlaneGroup.P4);
        var certificate = Certificate.For(convolution, 4, 5);
        Assert.Equal([0, 1], certificate.Elements);
        Assert.Equal(Subgroup.Trivial(PlaneGroup.P4.PointGroup), certificate.Subgroup);
        Assert.Equal([0, 1], Measured.Elements(convolution, new ImageSize(4, 5), [0, 1], 3));
    }

    [Fact]
    public void The_first_offender_is_named_and_mended()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4m, 1);
        using EquivariantSequential net = new(new MaxPooling(type, 3, 2, 1), PointwiseNonlinearity.ReLU(type), new MaxPooling(type, 3, 2, 1));
        var certificate = Certificate.For(net, 31, 31);
        Assert.Equal(Exactness.Partial, certificate.Exactness);
        Assert.Equal("2 MaxPooling", certificate.FirstOffender!.Title);
        Assert.Contains("rows and columns: (16 + 2*1 - 3) mod 2 = 1, so 1 left over", certificate.FirstOffender.Reason, StringComparison.Ordinal);
        Assert.Equal([new ImageSize(33, 33), new ImageSize(29, 29)], certificate.Suggestions.Select(suggestion => suggestion.Size!.Value));
        Assert.Contains("Exact with input 33 x 33, or input 29 x 29.", certificate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_suggestion_mends_the_net()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.Pmm, 1), regular = FieldType.Regular(PlaneGroup.Pmm, 1);
        using EquivariantSequential net = new(new Convolution(type, regular, Stencil.Square(5), 3, 1), new MaxPooling(regular, 2));
        var certificate = Certificate.For(net, 21, 22);
        Assert.NotEmpty(certificate.Suggestions);
        foreach (Suggestion suggestion in certificate.Suggestions.Where(suggestion => suggestion.Size is not null))
        {
            Assert.Equal(Exactness.Exact, Certificate.For(net, suggestion.Size!.Value.Rows, suggestion.Size!.Value.Columns).Exactness);
        }
    }

    [Fact]
    public void Another_padding_mends_a_stride_of_3()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4m, 1);
        using Convolution convolution = new(type, type, Stencil.Square(3), 3);
        Assert.Equal(1, Certificate.For(convolution, 7, 7).Suggestions.Single(suggestion => suggestion.Padding is not null).Padding);
        using Convolution mended = new(type, type, Stencil.Square(3), 3, 1);
        Assert.Equal(Exactness.Exact, Certificate.For(mended, 7, 7).Exactness);
    }

    [Fact]
    public void What_one_layer_breaks_a_later_one_may_heal()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4m, 1);
        AveragePooling halves = new(type, 2, 2, 1);
        Assert.Equal("cm (falling diagonal)", Certificate.For(halves, 5, 5).SubgroupName);

        // Each pixel is in one window, so the mean of all windows knows nothing of where they stand.
        using EquivariantSequential net = new(halves, new SpatialPooling(type));
        var certificate = Certificate.For(net, 5, 5);
        Assert.Equal(Exactness.Exact, certificate.Exactness);
        Assert.Equal([Exactness.Partial, Exactness.Exact], certificate.Layers.Select(layer => layer.Exactness));
        Assert.Null(certificate.FirstOffender);
        Assert.Equal(8, Measured.Elements(net, new ImageSize(5, 5), certificate.Elements, 1).Count);
    }

    [Fact]
    public void A_module_without_a_geometry_is_unknown()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4m, 1);
        using EquivariantSequential net = new(new MaxPooling(type, 2), new Silent(type), new MaxPooling(type, 2));
        var certificate = Certificate.For(net, 8, 8);
        Assert.Equal(Exactness.Unknown, certificate.Exactness);
        Assert.Equal("1 Silent", certificate.FirstOffender!.Title);
        Assert.Equal([Exactness.Exact, Exactness.Unknown, Exactness.Unknown], certificate.Layers.Select(layer => layer.Exactness));
        Assert.Equal([0], certificate.Elements);
        Assert.Null(certificate.Output);
    }

    [Fact]
    public void Beyond_the_lattice_the_lattice_s_own_elements_are_exact()
    {
        var c8 = PlaneGroup.Cyclic(8);
        using Convolution convolution = Strided(c8);
        var certificate = Certificate.For(convolution, 9, 9);
        Assert.Equal(Exactness.Approximate, certificate.Exactness);
        Assert.Equal([0, 2, 4, 6], certificate.Elements);
        Assert.Equal("p4", certificate.SubgroupName);
        Assert.Equal("p1", Certificate.For(convolution, 8, 8).SubgroupName);
    }

    [Fact]
    public void Sizes_are_those_of_the_layers()
    {
        using ResidualBlock block = new(FieldType.Trivial(PlaneGroup.P4m, 1), FieldType.Regular(PlaneGroup.P4m, 1), 3, 2);
        block.eval();
        var certificate = Certificate.For(block, 9, 13);
        Assert.Equal(new ImageSize(5, 7), certificate.Output);
        Assert.Equal(["[0].0 Convolution", "[0].1 FieldBatchNorm", "[0].2 ReLU", "[0].3 Convolution", "[0].4 FieldBatchNorm",
            "[1].0 Convolution", "[1].1 FieldBatchNorm"], certificate.Layers.Select(layer => layer.Title));
        Assert.Equal(Exactness.Exact, certificate.Exactness);
        Assert.Equal(4, certificate.Shifts!.Sublattice.Index);
        Assert.Equal("by 2, margin 2", certificate.Shifts.ToString());
    }

    [Fact]
    public void Images_without_room_are_refused()
    {
        using Convolution convolution = Strided(PlaneGroup.P4m), hexagonal = new(
            FieldType.Trivial(PlaneGroup.P6, 1), FieldType.Regular(PlaneGroup.P6, 1), Stencil.Hexagon(2));
        Messages.Say<ArgumentOutOfRangeException>(() => Certificate.For(convolution, 0, 3), "at least 1 x 1", "0 x 3");
        Messages.Say<ArgumentOutOfRangeException>(
            () => Certificate.For(convolution, 3, int.MaxValue), "at most 16384 x 16384", "3 x 2147483647", "'width'");
        Messages.Say<ArgumentOutOfRangeException>(() => Certificate.For(convolution, 16_385, 3), "16385 x 3", "'height'");
        Assert.Equal(16_384, Certificate.For(convolution, 16_384, 16_384).Input.Rows);
        Messages.Say<ArgumentException>(() => Certificate.For(hexagonal, 4, 4), "square of odd side", "4 x 4");
        Messages.Say<ArgumentException>(() => Certificate.For(hexagonal, 3, 3), "radius 1", "no room", "larger image");
        using MaxPooling pooling = new(FieldType.Trivial(PlaneGroup.P4, 1), 5);
        Messages.Say<ArgumentException>(() => Certificate.For(pooling, 4, 9), "No certificate for images of 4 x 9", "MaxPooling", "no room");
    }

    [Fact]
    public void Branches_of_different_sizes_are_refused()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4, 1);
        using BranchSum sum = new(new EquivariantSequential(new MaxPooling(type, 2)), new EquivariantSequential(new MaxPooling(type, 3, 2, 1)));
        Messages.Say<ArgumentException>(() => Certificate.For(sum, 7, 7), "BranchSum", "3 x 3 and of 4 x 4", "Pad them alike");
    }

    private static Convolution Strided(PlaneGroup g) => new(FieldType.Trivial(g, 1), FieldType.Regular(g, 1), Stencil.Square(3), 2, 1);

    private sealed class Silent(FieldType type) : EquivariantModule(nameof(Silent), type, type)
    {
        public override Tensor forward(Tensor input) => input.alias();
    }
}
