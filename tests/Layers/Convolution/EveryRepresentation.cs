using GCnn.Groups;
using GCnn.Testing;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>One layer from the trivial, the regular and every quotient field to each of them, on all 13 plane groups, in integers.</summary>
/// <remarks>With irreps, whose kernels are not integers, it is a law of <see cref="SteerableConvolutionLaws"/>, up to 1e-12.</remarks>
public class EveryRepresentation
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    public static TheoryData<string> WithSymmetry => [.. PlaneGroup.All.Where(g => g.Order > 1).Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Every_pair_of_them_commutes_exactly(string name)
    {
        var g = PlaneGroup.Named(name);
        foreach (Stencil stencil in Stencils(g))
        {
            using Convolution convolution = Between(Every(g), stencil);
            Commutes(convolution.call, convolution.InputType);
        }
    }

    [Theory]
    [MemberData(nameof(WithSymmetry))]
    public void With_its_channels_moved_on_by_one_the_layer_is_refused(string name)
    {
        FieldType every = Every(PlaneGroup.Named(name));
        using Convolution convolution = Between(every, Stencils(every.Group)[0]);
        Assert.Throws<EquivarianceException>(() => Commutes(x => convolution.call(x).roll([1], [1]), every));
    }

    private static FieldType Every(PlaneGroup g) => FieldType.Trivial(g, 1) + FieldType.Regular(g, 1) + Examples.Quotients(g);

    /// <summary>On squares an even one as well, whose centre lies between pixels.</summary>
    private static Stencil[] Stencils(PlaneGroup g) =>
        g.Lattice is HexagonalLattice ? [Stencil.Hexagon(1)] : [Stencil.Square(3), Stencil.Square(2)];

    private static Convolution Between(FieldType type, Stencil stencil) =>
        new Convolution(type, type, stencil, padding: 1).WithIntegers(size: 2);

    private static void Commutes(Func<Tensor, Tensor> f, FieldType type)
    {
        if (type.Group.Lattice is HexagonalLattice)
        {
            Hexagons.Commutes(f, type, type, Hexagons.Input(type, 2, samples: 1));
        }
        else
        {
            Laws.Commutes(f, type, type, 4, 5, samples: 1);
        }
    }
}
