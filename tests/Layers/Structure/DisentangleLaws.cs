using GCnn.Groups;
using GCnn.Testing;
using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class DisentangleLaws
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Restricted_permuting_fields_become_the_subgroups_own_exactly(string name)
    {
        foreach (FieldType type in RestrictedTypes(Examples.Mixed(PlaneGroup.Named(name))))
        {
            using Disentangle layer = new(type);
            Assert.True(layer.OutputType.IsPermutation);
            Assert.All(
                layer.OutputType.Fields,
                field => Assert.True(field is TrivialRepresentation or RegularRepresentation or QuotientRepresentation));
            EquivarianceOptions options = EquivarianceOptions.Exact with { AllowVacuous = type.Group.Order == 1 };
            EquivarianceAssert.Commutes(layer, type, layer.OutputType, RestrictionLaws.Image(type), options);
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Fields_of_every_kind_become_irreps(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType mixed = Examples.Mixed(g) + FieldType.Of(g, [.. Irreps.Of(g.PointGroup)]) + MixingOrTrivial(g);
        foreach (FieldType type in RestrictedTypes(mixed))
        {
            using Disentangle layer = new(type, intoIrreps: true);
            Assert.All(layer.OutputType.Fields, field => Assert.IsType<Irrep>(field));
            EquivarianceOptions options = new() { AllowVacuous = type.Group.Order == 1 };
            EquivarianceAssert.Commutes(layer, type, layer.OutputType, RestrictionLaws.Image(type), options);
        }
    }

    [Fact]
    public void Its_matrix_carries_one_representation_to_the_other()
    {
        foreach (FieldType type in RestrictedTypes(Examples.Mixed(PlaneGroup.P4m) + MixingRepresentation.Type(PlaneGroup.P4m)))
        {
            foreach (bool intoIrreps in new[] { false, true })
            {
                using Disentangle layer = new(type, intoIrreps);
                Matrix<double> q = Read(layer.Matrix());
                Assert.True((q * q.Transpose() - Matrix<double>.Build.DenseIdentity(type.Channels)).L2Norm() < 1e-12);
                for (int h = 0; h < type.Group.Order; h++)
                {
                    Matrix<double> before = Representation.DirectSum([.. type.Fields]).Matrix(h);
                    Matrix<double> after = Representation.DirectSum([.. layer.OutputType.Fields]).Matrix(h);
                    Assert.True(((q * before) - (after * q)).L2Norm() < 1e-12);
                }
            }
        }
    }

    [Fact]
    public void Fields_of_one_kind_come_as_few_blocks()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 3).Restrict(PlaneGroup.P4);
        Assert.Equal(FieldType.Regular(PlaneGroup.P4, 6), new Disentangle(type).OutputType);
        Assert.Equal("p4: 6 irrep 0 + 6 irrep 1 + 6 irrep 2", new Disentangle(type, intoIrreps: true).OutputType.ToString());
    }

    [Fact]
    public void What_is_disentangled_stays_as_it_is()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4m, 2) + FieldType.Regular(PlaneGroup.P4m, 2)
            + FieldType.Of(PlaneGroup.P4m, [.. Irreps.Of(PlaneGroup.P4m.PointGroup)]);
        using Disentangle layer = new(type);
        Tensor x = Laws.Input(type, 3, 4);
        Assert.Equal(type, layer.OutputType);
        Assert.True(Examples.Same(x, layer.call(x)));
    }

    [Fact]
    public void Channels_left_in_their_old_order_are_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1).Restrict(PlaneGroup.P2);
        using Disentangle layer = new(type);
        Laws.Commutes(layer, 4, 5);
        Laws.IsRefused(x => x.alias(), type, layer.OutputType, 4, 5);
    }

    [Fact]
    public void The_gradient_to_the_input_commutes()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P6m, 2).Restrict(PlaneGroup.P31m);
        foreach (bool intoIrreps in new[] { false, true })
        {
            using Disentangle layer = new(type, intoIrreps);
            EquivarianceAssert.GradientsCommute(layer.call, type, layer.OutputType, Hexagons.Input(type, 2));
        }
    }

    private static IEnumerable<FieldType> RestrictedTypes(FieldType type) =>
        Subgroup.AllOf(type.Group.PointGroup).Select(k => type.Restrict(type.Group.Subgroup(k)));

    private static FieldType MixingOrTrivial(PlaneGroup g) =>
        g.Lattice is SquareLattice ? MixingRepresentation.Type(g) : FieldType.Trivial(g, 1);

    private static Matrix<double> Read(Tensor matrix) => Matrix<double>.Build.DenseOfRowMajor(
        (int)matrix.size(0), (int)matrix.size(1), matrix.data<double>().ToArray());
}
