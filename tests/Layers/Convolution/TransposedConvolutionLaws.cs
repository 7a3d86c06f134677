using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The adjoint of the convolution: its inner products, its sizes, and where it is exact.</summary>
public class TransposedConvolutionLaws
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    /// <summary>(side of the stencil, stride, padding, dilation).</summary>
    private static readonly (int K, int S, int P, int D)[] Windows =
        [(3, 1, 1, 1), (3, 2, 1, 1), (1, 2, 0, 1), (5, 3, 2, 1), (3, 2, 0, 2), (3, 3, 3, 2)];

    private static readonly (int K, int S, int P, int D)[] EvenWindows = [(2, 2, 0, 1), (4, 2, 1, 1), (2, 3, 1, 2)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void It_is_the_adjoint_of_the_convolution_with_the_same_weights(string name)
    {
        var g = PlaneGroup.Named(name);
        (FieldType large, FieldType small) = (GroupedConvolutionLaws.Pattern(g), FieldType.Regular(g, 2));
        foreach (var (k, s, p, d) in Windows)
        {
            foreach (int o in Enumerable.Range(0, s))
            {
                using DisposeScope scope = NewDisposeScope();
                using TransposedConvolution transposed = New(small, large, k, s, p, d, o);
                using Convolution convolution = new Convolution(
                    large, small, Examples.Window(g, k), s, p, d, bias: false).WithIntegers(seed: 9);
                convolution.load_state_dict(transposed.state_dict());
                Tensor x = Image(small), enlarged = transposed.call(x);
                Tensor y = Image(large, (int)enlarged.size(2), (int)enlarged.size(3)), reduced = convolution.call(y);
                Assert.Equal(x.shape, reduced.shape);
                Assert.Equal((reduced * x).sum().ToDouble(), (y * enlarged).sum().ToDouble());
            }
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Without_output_padding_it_commutes_at_every_size(string name)
    {
        var g = PlaneGroup.Named(name);
        bool hexagonal = g.Lattice is HexagonalLattice;
        foreach ((FieldType input, FieldType output) in Examples.Pairs(g).Where((_, i) => i != 3))
        {
            foreach (var (k, s, p, d) in hexagonal ? Windows : [.. Windows, .. EvenWindows])
            {
                using DisposeScope scope = NewDisposeScope();
                using TransposedConvolution transposed = New(input, output, k, s, p, d, bias: true);
                Commutes(transposed, Image(input, 4, 3));
            }
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Output_padding_breaks_the_flips_of_rectangles_and_nothing_on_hexagons(string name)
    {
        // The rows and columns added at the end change places under the falling diagonal of cm.
        var g = PlaneGroup.Named(name);
        bool flips = Enumerable.Range(0, g.Order).Any(h => g.Matrix(h) is { A: < 0 } or { B: < 0 } or { C: < 0 } or { D: < 0 });
        (FieldType input, FieldType output) = Examples.Pairs(g)[1];
        foreach (var (k, s, p, d) in Windows)
        {
            foreach (int o in Enumerable.Range(0, s))
            {
                using DisposeScope scope = NewDisposeScope();
                using TransposedConvolution transposed = New(input, output, k, s, p, d, o, bias: true);
                Tensor x = Image(input);
                if (g.Lattice is HexagonalLattice)
                {
                    Hexagons.Commutes(transposed, x);
                }
                else
                {
                    Assert.Equal(o == 0 || !flips, Laws.Error(transposed, x) == 0);
                }
            }
        }
    }

    [Fact]
    public void Equals_the_sum_that_spreads_every_position()
    {
        (FieldType input, FieldType output) = (Examples.Mixed(PlaneGroup.Cm), FieldType.Regular(PlaneGroup.Cm, 2));
        foreach (var (k, s, p, d) in Windows.Concat(EvenWindows))
        {
            foreach (int o in Enumerable.Range(0, s))
            {
                using DisposeScope scope = NewDisposeScope();
                using TransposedConvolution transposed = New(input, output, k, s, p, d, o, bias: true);
                Tensor x = Image(input, 3, 4);
                Assert.True(Examples.Same(Spread(transposed, x, k), transposed.call(x)), $"{(k, s, p, d, o)}");
            }
        }
    }

    [Fact]
    public void Sizes_follow_the_rule()
    {
        FieldType scalar = FieldType.Trivial(PlaneGroup.P4m, 1), hexagonal = FieldType.Trivial(PlaneGroup.P6m, 1);
        long Side(int k, int s, int p, int o) =>
            new TransposedConvolution(scalar, scalar, Stencil.Square(k), s, p, outputPadding: o).call(zeros(1, 1, 6, 6)).size(2);
        long Radius(int rho, int s, int p, int o) => new TransposedConvolution(
            hexagonal, hexagonal, Stencil.Hexagon(rho), s, p, outputPadding: o).call(zeros(1, 1, 7, 7)).size(2) / 2;
        Assert.Equal((11, 12, 12, 12), (Side(3, 2, 1, 0), Side(4, 2, 1, 0), Side(2, 2, 0, 0), Side(3, 2, 1, 1)));
        Assert.Equal((6, 7, 5, 8), (Radius(1, 2, 1, 0), Radius(1, 2, 1, 1), Radius(1, 2, 2, 0), Radius(2, 2, 0, 0)));
    }

    [Theory]
    [InlineData("p4m")]
    [InlineData("p6m")]
    public void Groups_of_fields_are_treated_by_themselves(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType one = FieldType.Regular(g, 1), small = GroupedConvolutionLaws.Repeated(one, 3);
        FieldType large = GroupedConvolutionLaws.Repeated(GroupedConvolutionLaws.Pattern(g), 3);
        using TransposedConvolution transposed = new TransposedConvolution(
            small, large, Examples.Window(g, 3), 2, 1, groups: 3, bias: false).WithIntegers();
        using Convolution convolution = new Convolution(
            large, small, Examples.Window(g, 3), 2, 1, groups: 3, bias: false).WithIntegers(seed: 9);
        convolution.load_state_dict(transposed.state_dict());
        Tensor x = Image(small), enlarged = transposed.call(x), y = Image(large, (int)enlarged.size(2), (int)enlarged.size(3));
        Assert.Equal((convolution.call(y) * x).sum().ToDouble(), (y * enlarged).sum().ToDouble());
        Commutes(transposed, x);
    }

    [Theory]
    [InlineData("p4m")]
    [InlineData("p31m")]
    public void The_gradient_to_the_input_commutes(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        using TransposedConvolution transposed = New(type, type, 3, 2, 1, 1, bias: true);
        EquivarianceAssert.GradientsCommute(transposed.call, type, type, Image(type), EquivarianceOptions.Exact);
    }

    [Fact]
    public void Irreps_and_groups_beyond_the_lattice_commute_to_rounding()
    {
        foreach (PlaneGroup g in new[] { PlaneGroup.P4m, PlaneGroup.P6, PlaneGroup.Cyclic(8), PlaneGroup.Dihedral(12) })
        {
            FieldType type = GroupedConvolutionLaws.Irreducible(g) + FieldType.Regular(g, 1);
            using Generator generator = new(3);
            using TransposedConvolution transposed = new(type, type, FilterBasis.For(g, Examples.Window(g, 3)), 2, 1, generator: generator);
            transposed.to(ScalarType.Float64);
            EquivarianceAssert.Commutes(transposed.call, type, type, GroupedConvolutionLaws.Real(type));
        }
    }

    [Fact]
    public void On_groups_that_catalogues_leave_out_rings_are_added_where_the_wider_side_asks()
    {
        var g = PlaneGroup.Cyclic(2, new HexagonalLattice());
        (FieldType small, FieldType large) = (FieldType.Regular(g, 1), FieldType.Trivial(g, 2));
        foreach (int o in new[] { 0, 1 })
        {
            using TransposedConvolution transposed = new TransposedConvolution(
                small, large, Stencil.Rectangle(1, 3), 2, outputPadding: o).WithIntegers();
            Tensor x = Image(small), y = transposed.call(x);
            Hexagons.Commutes(transposed, x);
            Assert.Equal((2 * ((2 * 3) + 1 + o)) + 1, y.size(2));

            // The bias reaches the added rings too.
            Tensor bias = transposed.ExpandedBias()!.view(1, 2, 1, 1);
            Assert.True(Examples.Same((y - bias)[.., .., 0, -1], zeros(2, 2, dtype: ScalarType.Float64)));
        }
    }

    [Fact]
    public void The_untransposed_filter_and_windows_from_another_corner_are_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 1);
        using TransposedConvolution transposed = New(type, type, 3, 2, 1, 1);
        Tensor filter = transposed.ExpandedFilter();
        Laws.Commutes(x => nn.functional.conv_transpose2d(x, filter, null, [2, 2], [1, 1]), type, type, 4, 5);
        Tensor wrong = filter.transpose(0, 1).roll([1], [0]);
        Laws.IsRefused(x => nn.functional.conv_transpose2d(x, wrong, null, [2, 2], [1, 1]), type, type, 4, 5);
        Laws.IsRefused(x => transposed.call(nn.functional.pad(x, [1, 0, 1, 0])), type, type, 4, 5);
    }

    [Fact]
    public void Outputs_have_twice_the_mean_square_of_their_inputs()
    {
        foreach (FieldType one in new[] { FieldType.Regular(PlaneGroup.P4m, 1), GroupedConvolutionLaws.Irreducible(PlaneGroup.Cyclic(8)) })
        {
            foreach ((int stride, int padding) in new[] { (1, 2), (2, 2) })
            {
                using Generator generator = new(3);
                FieldType type = GroupedConvolutionLaws.Repeated(one, 30);
                using TransposedConvolution transposed = new(
                    type, type, Stencil.Square(4), stride, padding, bias: false, generator: generator);
                Tensor x = randn(4, type.Channels, 9, 9, generator: generator);
                Assert.InRange(transposed.call(x).pow(2).mean().ToDouble(), 1.5, 2.5);
            }
        }
    }

    [Fact]
    public void The_kept_filter_of_evaluation_gives_the_same()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 1);
        using TransposedConvolution transposed = New(type, type, 3, 2, 1, 1, bias: true);
        Assert.Equal(["bias", "weight"], transposed.state_dict().Keys.Order(StringComparer.Ordinal));
        Tensor x = Image(type), inTraining = transposed.call(x);
        transposed.eval();
        using IDisposable noGrad = no_grad();
        Assert.True(Examples.Same(inTraining, transposed.call(x)));
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        (FieldType scalar, FieldType hexagonal) = (FieldType.Trivial(PlaneGroup.P4, 1), FieldType.Trivial(PlaneGroup.P6, 1));
        Messages.Say<ArgumentOutOfRangeException>(
            () => new TransposedConvolution(scalar, scalar, Stencil.Square(3), 2, outputPadding: 2), "outputPadding is 2", "from 0 to 1");
        Messages.Say<ArgumentOutOfRangeException>(
            () => new TransposedConvolution(scalar, scalar, Stencil.Square(3), 0), "TransposedConvolution: the stride is 0");
        Messages.Say<ArgumentException>(
            () => new TransposedConvolution(scalar, hexagonal, Stencil.Square(3)), "TransposedConvolution", "different plane groups");
        Messages.Say<ArgumentException>(
            () => new TransposedConvolution(hexagonal, hexagonal, Stencil.Square(2)), "2 x 2 stencil lies between cells");
        Messages.Say<ArgumentException>(
            () => new TransposedConvolution(scalar, scalar, Stencil.Square(1), padding: 2).call(zeros(1, 1, 4, 9)),
            "4 x 9", "padding 2 cuts everything away", "0 x 5 would be left", "Pad less");
        Messages.Say<ArgumentException>(
            () => new TransposedConvolution(hexagonal, hexagonal, Stencil.Hexagon(0), padding: 2).call(zeros(1, 1, 3, 3)),
            "hexagon of radius 1", "the radius would be -1");
        Assert.Throws<ArgumentNullException>(() => new TransposedConvolution(scalar, scalar, (FilterBasis)null!));
    }

    private static TransposedConvolution New(
        FieldType input, FieldType output, int k, int s, int p, int d, int outputPadding = 0, bool bias = false) =>
        new TransposedConvolution(input, output, Examples.Window(input.Group, k), s, p, d, outputPadding, bias).WithIntegers();

    private static Tensor Image(FieldType type, int rows = 3, int columns = 4) => type.Group.Lattice is HexagonalLattice
        ? Hexagons.Input(type, columns > rows ? 3 : columns / 2)
        : Laws.Input(type, rows, columns);

    private static void Commutes(TransposedConvolution layer, Tensor x)
    {
        if (layer.InputType.Group.Lattice is HexagonalLattice)
        {
            Hexagons.Commutes(layer, x);
            return;
        }

        EquivarianceAssert.Commutes(
            layer.call, layer.InputType, layer.OutputType, x,
            EquivarianceOptions.Exact with { AllowVacuous = layer.InputType.Group.Order == 1 });
    }

    /// <summary><c>out[o](s x + d u − p) += W[i, o](u) in[i](x)</c> in loops, and the bias.</summary>
    private static Tensor Spread(TransposedConvolution layer, Tensor x, int k)
    {
        (int s, int p, int d) = (layer.Stride, layer.Padding, layer.Dilation);
        (int inputs, int outputs) = (layer.InputType.Channels, layer.OutputType.Channels);
        (int h, int w) = ((int)x.size(2), (int)x.size(3));
        int Side(int side) => (s * (side - 1)) + (d * (k - 1)) + 1 - (2 * p) + layer.OutputPadding;
        (int rows, int columns) = (Side(h), Side(w));
        double[] image = [.. x.data<double>()], filter = [.. layer.ExpandedFilter().data<double>()];
        double[] bias = [.. layer.ExpandedBias()!.data<double>()], y = new double[x.size(0) * outputs * rows * columns];
        for (int at = 0; at < y.Length; at++)
        {
            y[at] = bias[at / (rows * columns) % outputs];
        }

        foreach ((int position, int i, int o, int u) in
            from position in Enumerable.Range(0, (int)x.size(0) * h * w)
            from i in Enumerable.Range(0, inputs)
            from o in Enumerable.Range(0, outputs)
            from u in Enumerable.Range(0, k * k)
            select (position, i, o, u))
        {
            (int n, int row, int column) = (position / (h * w), position / w % h, position % w);
            (int r, int c) = ((s * row) + (d * (u / k)) - p, (s * column) + (d * (u % k)) - p);
            if (r >= 0 && r < rows && c >= 0 && c < columns)
            {
                y[(((((n * outputs) + o) * rows) + r) * columns) + c] +=
                    filter[(((i * outputs) + o) * k * k) + u] * image[(((((n * inputs) + i) * h) + row) * w) + column];
            }
        }

        return tensor(y, [x.size(0), outputs, rows, columns]);
    }
}
