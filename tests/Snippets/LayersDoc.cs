using GCnn.Actions;
using GCnn.Groups;
using GCnn.Layers;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Snippets.Tests;

/// <summary>The code of docs/layers.md, block by block: what stands between two marks is what the page quotes.</summary>
public class LayersDoc
{
    [Fact]
    public void One_net_for_every_group()
    {
        // layers.md: begin
        PlaneGroup[] groups = [PlaneGroup.P1, PlaneGroup.Pmm, PlaneGroup.P4m, PlaneGroup.P6m, PlaneGroup.Cyclic(8), PlaneGroup.O2(2)];
        foreach (PlaneGroup group in groups)
        {
            Irrep[] irreps = [.. Irreps.Of(group.PointGroup).Where(irrep => irrep.Frequency <= (group.MaximumFrequency ?? 2))];
            FieldType image = FieldType.Trivial(group, 1), fields = FieldType.Trivial(group, 2) + FieldType.Of(group, irreps);
            Stencil window = group.Lattice is HexagonalLattice ? Stencil.Hexagon(1) : Stencil.Square(3);
            using var net = new EquivariantSequential(
                new Convolution(image, fields, window, padding: 1),
                new FieldBatchNorm(fields),
                new NormNonlinearity(fields),
                new SeparableConvolution(fields, fields, window, stride: 2, padding: 1),
                new NormPooling(fields),
                new SpatialPooling(FieldType.Trivial(group, fields.Fields.Count)));
            net.eval();

            Tensor x = randn(2, 1, 9, 9);
            x = group.Lattice is HexagonalLattice ? x.MaskToHexagon() : x;
            EquivarianceAssert.IsInvariant(net, image, x, new EquivarianceOptions { AllowVacuous = group.Order == 1 });
        }

        // layers.md: end
    }

    [Fact]
    public void Refusals_name_layer_and_field()
    {
        // layers.md: begin
        FiniteGroup d4 = PlaneGroup.P4m.PointGroup;
        FieldType vectors = FieldType.Of(PlaneGroup.P4m, Irreps.Of(d4).Single(irrep => irrep.Name == "irrep 1"));
        FieldType signs = FieldType.Of(PlaneGroup.P4m, Irreps.Of(d4).Single(irrep => irrep.Name == "irrep 0-"));

        ArgumentException refusal = Assert.Throws<ArgumentException>(() => PointwiseNonlinearity.ReLU(vectors));
        Assert.StartsWith(
            "ReLU treats each channel alike, which commutes only with representations that permute channels; 'irrep 1' in 'p4m: 1 irrep 1'",
            refusal.Message);

        EquivariantModule[] taken =
        [
            PointwiseNonlinearity.Tanh(signs),                             // odd, so it commutes with a change of sign
            new NormNonlinearity(vectors),                                 // a function of the length commutes with every turn
            new ConcatenatedNonlinearity(vectors),                         // x and −x: the directions ±e₁ and ±e₂ change places
        ];
        Assert.Equal([1, 2, 4], taken.Select(layer => layer.OutputType.Channels));

        // layers.md: end
    }

    [Fact]
    public void The_same_answer_to_every_shift_and_turn()
    {
        // layers.md: begin
        FieldType image = FieldType.Trivial(PlaneGroup.P4m, 1), fields = FieldType.Regular(PlaneGroup.P4m, 2);
        List<EquivariantModule> layers = [];
        foreach (FieldType input in new[] { image, fields, fields, fields })
        {
            layers.Add(new Convolution(input, fields, Stencil.Square(3), padding: 1, paddingMode: PaddingModes.Circular));
            layers.Add(PointwiseNonlinearity.ReLU(fields));
            layers.Add(new PolyphaseSampling(fields, stride: 2));
        }

        FieldType scalars = FieldType.Trivial(PlaneGroup.P4m, 2);
        using var net = new EquivariantSequential([.. layers, new GroupPooling(fields), new SpatialPooling(scalars)]);
        net.to(ScalarType.Float64);
        Tensor x = randn(1, 1, 64, 64, dtype: ScalarType.Float64);
        Tensor moved = x.roll([5, 27], [2, 3]).rot90(1, (2, 3));           // an odd shift, and a quarter turn
        Assert.True(net.call(x).allclose(net.call(moved), 1e-12, 1e-12));

        // layers.md: end
    }

    [Fact]
    public void Symmetries_may_be_given_up_in_mid_net()
    {
        // layers.md: begin
        FieldType image = FieldType.Trivial(PlaneGroup.P4m, 1), before = FieldType.Regular(PlaneGroup.P4m, 2);
        Restriction restriction = new(before, PlaneGroup.P4);
        Disentangle disentangle = new(restriction.OutputType);
        Assert.Equal("p4: 4 regular", disentangle.OutputType.ToString());  // a regular field of D4 is two of C4
        using var net = new EquivariantSequential(
            new Convolution(image, before, Stencil.Square(3), padding: 1), PointwiseNonlinearity.ReLU(before),
            restriction, disentangle,
            new Convolution(disentangle.OutputType, FieldType.Regular(PlaneGroup.P4, 3), Stencil.Square(3), padding: 1));
        Tensor x = randn(1, 1, 8, 8);
        EquivarianceAssert.Commutes(net, net.RestrictedInputType, net.OutputType, x);

        // layers.md: end
    }
}
