using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

internal sealed partial record DrawnStep
{
    private static bool OnHexagons(FieldType type) => type.Group.Lattice is HexagonalLattice;

    private static T Any<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private static PoolingKind Kinds(Random random) => Any(random, Enum.GetValues<PoolingKind>());

    private static PaddingModes Mode(FieldType type, Random random) => OnHexagons(type) ? PaddingModes.Zeros : Any(random, Modes);

    private static EquivariantModule Evaluated(EquivariantModule module)
    {
        module.eval();
        return module;
    }

    /// <summary>Regular, trivial, quotient or irreducible fields, or two kinds of them.</summary>
    private static FieldType Fields(PlaneGroup g, Random random)
    {
        IReadOnlyList<Subgroup> subgroups = Subgroup.AllOf(g.PointGroup);
        IReadOnlyList<Irrep> irreps = Irreps.Of(g.PointGroup);
        return random.Next(6) switch
        {
            0 or 1 => FieldType.Regular(g, 1),
            2 => FieldType.Trivial(g, 2),
            3 => FieldType.Trivial(g, 1) + FieldType.Quotient(g, Any(random, subgroups), 1),
            4 => FieldType.Trivial(g, 1) + FieldType.Of(g, Any(random, irreps)),
            _ => FieldType.Of(g, [.. irreps.Take(4)]),
        };
    }

    /// <summary>A square or, where no element exchanges axes, a rectangle; paddings to half of what it covers.</summary>
    private static (Stencil Stencil, int Stride, int Padding, int Dilation) Window(PlaneGroup g, Random random)
    {
        bool hexagonal = g.Lattice is HexagonalLattice, square = Enumerable.Range(0, g.LatticeGroup.Order).Any(g.LatticeGroup.SwapsAxes);
        int rows = hexagonal ? Any(random, [1, 3, 3]) : random.Next(1, 5), columns = hexagonal || square ? rows : random.Next(1, 5);
        int stride = random.Next(1, 4), dilation = random.Next(3) == 0 ? 2 : 1;
        int padding = random.Next(0, (dilation * (Math.Min(rows, columns) - 1) / 2) + 1);
        return (hexagonal ? Stencil.Hexagon(rows / 2) : Stencil.Rectangle(rows, columns), stride, padding, dilation);
    }

    private static Stencil Square(PlaneGroup g, int side) =>
        g.Lattice is HexagonalLattice ? Stencil.Hexagon(side / 2) : Stencil.Square(side);

    /// <summary>A layer and a nonlinearity, without which sums of sums would heal what the layer breaks.</summary>
    private static EquivariantSequential Curved(EquivariantModule layer, Random random) =>
        new(layer, Nonlinearity(layer.OutputType, random.Next(4)));

    private static EquivariantModule Nonlinearity(FieldType type, int which) => (type.IsPermutation, which) switch
    {
        (true, 0 or 1) => PointwiseNonlinearity.LeakyReLU(type, 0.25),
        (true, 2) => PointwiseNonlinearity.GELU(type),
        (true, _) => new ConcatenatedNonlinearity(type, x => x.tanh()),
        (_, 0 or 1) => new NormNonlinearity(type),
        _ => Gated(type),
    };

    private static EquivariantSequential Gated(FieldType type)
    {
        GatedNonlinearity gated = new(type);
        return new EquivariantSequential(new Convolution(type, gated.InputType, Stencil.Square(1)), gated);
    }

    /// <summary>On a faithful field and by no odd function: else elements are exact that the sampled ones do not reach.</summary>
    private static EquivariantSequential Fourier(FieldType type, Random random)
    {
        Irrep wave = Irreps.Of(type.Group.PointGroup).FirstOrDefault(irrep => irrep is { Dimension: 2, Frequency: 1 })
            ?? throw new ArgumentException("There are no waves of frequency 1.", nameof(type));
        Convolution waves = new(type, FieldType.Trivial(type.Group, 1) + FieldType.Of(type.Group, wave), Square(type.Group, 3), padding: 1);
        return new(waves, new FourierPointwiseNonlinearity(waves.OutputType, Any(random, [3, 4, 6, 8]), nn.functional.gelu));
    }

    private static EquivariantSequential TensorProduct(FieldType type)
    {
        TensorProductNonlinearity product = new(type, type);
        return product.OutputType.Channels <= 64
            ? new EquivariantSequential(
                new Concatenation(new EquivariantIdentity(type), new Convolution(type, type, Stencil.Square(1))), product)
            : throw new ArgumentException("A product of more than 64 channels is not drawn.", nameof(type));
    }

    private static EquivariantSequential Restricted(FieldType type, Random random)
    {
        Restriction restriction = new(type, Any(random, [.. Subgroup.AllOf(type.Group.PointGroup)]));
        return random.Next(3) switch
        {
            0 => new EquivariantSequential(restriction),
            1 => new EquivariantSequential(restriction, new Disentangle(restriction.OutputType)),
            _ => new EquivariantSequential(restriction, new Disentangle(restriction.OutputType, intoIrreps: true)),
        };
    }
}
