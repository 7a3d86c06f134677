using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Weights that begin orthogonal at the centre and zero elsewhere.</summary>
public class DeltaOrthogonalLaws
{
    private const double Tolerance = 5e-7;

    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_centre_has_orthonormal_rows_and_the_rest_is_zero(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType irreps = GroupedConvolutionLaws.Irreducible(g);
        foreach ((FieldType input, FieldType output) in new[]
        {
            (FieldType.Regular(g, 3), FieldType.Regular(g, 3)),
            (FieldType.Regular(g, 3), FieldType.Regular(g, 1) + FieldType.Trivial(g, 1)),
            (Examples.Mixed(g), Examples.Mixed(g)), (irreps + FieldType.Regular(g, 1), irreps), (FieldType.Regular(g, 1), irreps),
        })
        {
            using Convolution convolution = New(input, output, Examples.Window(g, 3));
            IsDelta(convolution.ExpandedFilter(), groups: 1);
            convolution.to(ScalarType.Float64);
            Assert.InRange(Commutes(convolution), 0, 1e-6);
        }
    }

    [Fact]
    public void Every_group_of_fields_has_a_matrix_of_its_own()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 4);
        using Convolution convolution = new(
            type, type, Stencil.Square(3), groups: 2, initialization: Initialization.DeltaOrthogonal, generator: new Generator(1));
        Tensor filter = convolution.ExpandedFilter();
        IsDelta(filter, groups: 2);
        Assert.False(filter.narrow(0, 0, 16).allclose(filter.narrow(0, 16, 16), 0.1, 0.1));
    }

    [Fact]
    public void Transposed_linear_and_separable_layers_begin_so_too()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 3), smaller = FieldType.Regular(PlaneGroup.P4, 2);
        using TransposedConvolution transposed = new(type, smaller, Stencil.Square(3), initialization: Initialization.DeltaOrthogonal);
        IsDelta(transposed.ExpandedFilter().transpose(0, 1), groups: 1);
        using EquivariantLinear linear = new(type, smaller, initialization: Initialization.DeltaOrthogonal);
        IsDelta(linear.ExpandedFilter(), groups: 1);
        using SeparableConvolution separable = new(type, smaller, Stencil.Square(3), initialization: Initialization.DeltaOrthogonal);
        IsDelta(separable.Pointwise.ExpandedFilter(), groups: 1);
        Tensor x = randn(2, 12, 5, 5);
        using PlanarConvolution planar = new(type, Stencil.Square(3), padding: 1, initialization: Initialization.DeltaOrthogonal);
        Assert.True(Examples.Same(x, planar.call(x)));
    }

    [Fact]
    public void Twenty_layers_keep_every_vector_s_length()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        using Generator generator = new(2);
        Tensor x = randn(1, 16, 7, 7, generator: generator), y = x;
        foreach (int layer in Enumerable.Range(0, 20))
        {
            using Convolution convolution = new(
                type, type, Stencil.Square(3), padding: 1, initialization: Initialization.DeltaOrthogonal, generator: generator);
            y = convolution.call(y);
        }

        Assert.True(y.norm().allclose(x.norm(), 1e-4));
        Assert.False(y.allclose(x, 0.1, 0.1));
    }

    [Fact]
    public void Beyond_the_lattice_one_cell_serves_and_rings_are_refused()
    {
        PlaneGroup g = PlaneGroup.Cyclic(8);
        FieldType type = FieldType.Regular(g, 2);
        using Convolution one = New(type, type, Stencil.Square(1));
        IsDelta(one.ExpandedFilter(), groups: 1);
        Messages.Say<ArgumentException>(
            () => New(type, type, Stencil.Square(3)), "1 at the centre and 0 elsewhere", "circular harmonics", "Initialization.He");
    }

    [Fact]
    public void The_law_rejects_a_matrix_that_is_not_orthogonal()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 3);
        using Convolution he = new(type, type, Stencil.Square(3));
        Assert.ThrowsAny<Exception>(() => IsDelta(he.ExpandedFilter(), groups: 1));
        using Convolution convolution = New(type, type, Stencil.Square(3));
        Assert.ThrowsAny<Exception>(() => IsDelta(convolution.ExpandedFilter() * 1.00001, groups: 1));
    }

    [Fact]
    public void Even_stencils_and_more_outputs_than_inputs_of_an_irrep_are_refused()
    {
        PlaneGroup g = PlaneGroup.P4;
        FieldType regular = FieldType.Regular(g, 1), irreps = GroupedConvolutionLaws.Irreducible(g);
        Messages.Say<ArgumentException>(() => New(regular, regular, Stencil.Square(2)), "2 x 2 stencil has no point there", "odd sides");
        Messages.Say<ArgumentException>(() => New(irreps, irreps, Stencil.Square(2)), "2 x 2 stencil has no point there");
        Messages.Say<ArgumentException>(
            () => New(FieldType.Trivial(g, 3), regular, Stencil.Square(3)), "'p4: 1 regular' has 1 of 'irrep 1'", "'p4: 3 trivial' has 0",
            "more fields", "He's weights");
        Messages.Say<ArgumentException>(() => New(regular, FieldType.Regular(g, 2), Stencil.Square(3)), "has 2 of 'irrep 0'", "has 1");
    }

    [Fact]
    public void A_generator_of_the_same_seed_draws_the_same_weights()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        Assert.True(Examples.Same(New(type, type, Stencil.Square(3)).Weight, New(type, type, Stencil.Square(3)).Weight));
    }

    private static Convolution New(FieldType input, FieldType output, Stencil stencil)
    {
        using Generator generator = new(7);
        return new(input, output, stencil, initialization: Initialization.DeltaOrthogonal, generator: generator);
    }

    /// <summary><c>M Mᵀ = 1</c> at the centre, for each group, and zeros elsewhere, in float32.</summary>
    private static void IsDelta(Tensor filter, int groups)
    {
        using DisposeScope scope = NewDisposeScope();
        long side = filter.size(2);
        Assert.Equal(ScalarType.Float32, filter.dtype);
        Tensor centre = filter.narrow(2, side / 2, 1).narrow(3, side / 2, 1).squeeze(3).squeeze(2);
        Assert.InRange((filter.abs().sum() - centre.abs().sum()).abs().ToDouble(), 0, 1e-4);
        Tensor rows = centre.@double().view(groups, filter.size(0) / groups, filter.size(1));
        Tensor error = rows.bmm(rows.transpose(1, 2)) - eye(filter.size(0) / groups, dtype: ScalarType.Float64);
        Assert.InRange(error.abs().max().ToDouble(), 0, Tolerance);
    }

    /// <summary>The largest error over all elements, relative to the largest output.</summary>
    private static double Commutes(Convolution convolution)
    {
        Tensor x = GroupedConvolutionLaws.Real(convolution.InputType);
        return Laws.Error(convolution, x) / convolution.call(x).abs().max().ToDouble();
    }
}
