using System.Reflection;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Every member of the closed family of geometries has a certificate, on squares and on hexagons.</summary>
public class GeometryFamily
{
    /// <summary>Layers by the geometry that they state.</summary>
    private static readonly Dictionary<Type, Func<FieldType, EquivariantModule>> Samples = new()
    {
        [typeof(WindowGeometry)] = type => new MaxPooling(type, 3, 2, 1),
        [typeof(TransposedWindowGeometry)] = type => new TransposedConvolution(type, type, Examples.Window(type.Group, 3), 2, 1),
        [typeof(UpsamplingGeometry)] = type => new Upsampling(type),
        [typeof(PolyphaseGeometry)] = type => new PolyphaseSampling(type, 3),
        [typeof(SublatticeGeometry)] = type => new SublatticePooling(type, Sublattice.All.First(s => s.Lattice.Equals(type.Group.Lattice))),
        [typeof(AdaptiveGeometry)] = type => new AdaptivePooling(type, 3),
        [typeof(MaskGeometry)] = type => new DiscMask(type),
        [typeof(RelativeGeometry)] = type => new SelfAttention(type, 1, reach: 1),
        [typeof(GlobalGeometry)] = type => new SpatialPooling(type),
        [typeof(PointwiseGeometry)] = PointwiseNonlinearity.ReLU,
        [typeof(BranchGeometry)] = type => new ResidualBlock(type, type),
        [typeof(SequenceGeometry)] = type => new EquivariantSequential(PointwiseNonlinearity.ReLU(type)),
    };

    public static TheoryData<Type> Family => [.. Members];

    private static IEnumerable<Type> Members =>
        typeof(LayerGeometry).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LayerGeometry)));

    [Theory]
    [MemberData(nameof(Family))]
    public void Each_is_certified_on_both_lattices(Type geometry)
    {
        Assert.True(Samples.ContainsKey(geometry), $"{geometry.Name} is new: certify it in GeometryWalk and state a layer of it here.");
        foreach (PlaneGroup g in new[] { PlaneGroup.P4, PlaneGroup.P6 })
        {
            using EquivariantModule layer = Samples[geometry](FieldType.Regular(g, 1));
            Assert.IsType(geometry, ((IGeometric)layer).Geometry);
            var certificate = Certificate.For(layer, 9, 9);
            Assert.NotEqual(Exactness.Unknown, certificate.Exactness);
            Tensor output = layer.call(zeros(2, layer.InputType.Channels, 9, 9));
            Assert.Equal(output.ndim == 4 ? new ImageSize((int)output.size(2), (int)output.size(3)) : null, certificate.Output);
        }
    }

    [Fact]
    public void Its_members_are_sealed_and_no_other_assembly_can_add_one()
    {
        Assert.All(Members, type => Assert.True(type.IsSealed));
        ConstructorInfo made = Assert.Single(
            typeof(LayerGeometry).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic), c => c.GetParameters().Length == 0);
        Assert.True(made.IsFamilyAndAssembly);
    }
}
