using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The group-Fourier route of convolutions whose filters are steered: circular harmonics, and pixels seen as filters.</summary>
public class SteeredRouteLaws
{
    [Theory]
    [InlineData(ScalarType.Float64, 1e-12)]
    [InlineData(ScalarType.Float32, 1e-5)]
    public void Output_and_gradients_are_those_of_the_expanded_filter(ScalarType type, double tolerance)
    {
        for (int seed = 0; seed < 60; seed++)
        {
            using var scope = NewDisposeScope();
            (Convolution layer, Tensor x, string what) = Draw(seed, type);
            RouteAgreement.Require(
                RouteAgreement.Measure(layer, x, ConvolutionRoute.Expanded), RouteAgreement.Measure(layer, x, ConvolutionRoute.Fourier),
                tolerance, what);
            layer.Dispose();
        }
    }

    /// <summary>Rings a hundredth of a pixel wider are other filters, with as many weights.</summary>
    [Fact]
    public void Filters_of_another_basis_are_told_apart()
    {
        using var scope = NewDisposeScope();
        PlaneGroup g = PlaneGroup.Cyclic(8);
        FieldType type = FieldType.Regular(g, 1);
        using Convolution layer = new(type, type, new HarmonicBasis(g, Stencil.Square(5)));
        HarmonicRings wider = new(HarmonicRings.For(Stencil.Square(5)).Radii, width: 0.46);
        using Convolution other = new(type, type, new HarmonicBasis(g, Stencil.Square(5), wider));
        _ = other.load_state_dict(layer.state_dict());
        Tensor x = rand(1, 8, 9, 9);
        Assert.ThrowsAny<Exception>(() => RouteAgreement.Require(
            RouteAgreement.Measure(layer, x, ConvolutionRoute.Expanded), RouteAgreement.Measure(other, x, ConvolutionRoute.Fourier), 1e-5, g));
    }

    /// <summary>The programs of a few filters do far fewer steps than a multiplication for each filter and tap.</summary>
    [Theory]
    [InlineData(8, 2)]
    [InlineData(16, 4)]
    public void Orientations_share_programs_and_programs_share_sums(int n, int programs)
    {
        SteeredFilters filters = new(new HarmonicBasis(PlaneGroup.Cyclic(n), Stencil.Square(5)));
        Assert.Equal(programs, filters.Programs.Count);
        Assert.All(filters.Programs, program => Assert.True(
            program.Steps.Count < filters.Count * filters.Taps / 3, $"{program}"));
    }

    private static (Convolution Layer, Tensor Image, string What) Draw(int seed, ScalarType type)
    {
        Random random = new(seed);
        bool hexagonal = random.Next(3) == 0;
        Lattice lattice = hexagonal ? new HexagonalLattice() : new SquareLattice();
        PlaneGroup g = random.Next(3) switch
        {
            0 => hexagonal ? PlaneGroup.P6m : PlaneGroup.P4m,
            1 => PlaneGroup.Cyclic(random.Next(1, 17), lattice),
            _ => PlaneGroup.Dihedral(random.Next(1, 13), lattice),
        };
        Stencil stencil = hexagonal ? Stencil.Hexagon(random.Next(1, 3)) : Stencil.Square(random.Next(1, 7));
        FilterBasis filters = random.Next(4) == 0 && PixelBasis.Serves(g) ? new PixelBasis(g, stencil) : new HarmonicBasis(g, stencil);
        int dilation = random.Next(4) == 0 ? 2 : 1, stride = random.Next(1, 3), padding = random.Next(0, 3);
        using Generator generator = new();
        generator.manual_seed(seed);
        Convolution layer = new(
            Fields(random, g), Fields(random, g), filters, stride, padding, dilation, random.Next(2) == 0, generator: generator);
        _ = layer.to(type);
        int least = Math.Max(1, (dilation * (stencil.Rows - 1)) + 1);
        int rows = (least + random.Next(12)) | 1, columns = hexagonal ? rows : least + random.Next(40);
        Tensor image = rand([random.Next(1, 4), layer.InputType.Channels, rows, columns], type, generator: generator) - 0.5;
        image = hexagonal ? new GCnn.Actions.HexagonMask().Apply(image) : image;
        return (layer, image, $"{layer.InputType} -> {layer.OutputType}, {filters}, stride {stride}, dilation {dilation}, seed {seed}");
    }

    private static FieldType Fields(Random random, PlaneGroup g) => random.Next(4) switch
    {
        0 => FieldType.Trivial(g, random.Next(1, 4)),
        1 => FieldType.Trivial(g, 1) + FieldType.Regular(g, random.Next(1, 3)),
        2 => FieldType.Quotient(g, Subgroup.AllOf(g.PointGroup)[random.Next(Subgroup.AllOf(g.PointGroup).Count)], random.Next(1, 3)),
        _ => FieldType.Regular(g, random.Next(1, 4)),
    };
}
