using GCnn.Groups;
using TorchSharp;

namespace GCnn.Layers.Tests;

/// <summary>The kinds of layers that are drawn.</summary>
internal enum IntegerKind
{
    Convolution,
    MaxPooling,
    AveragePooling,
    BinomialPooling,
    LeakyReLU,
    GroupPooling,
    Branches,
    SpatialPooling,
}

/// <summary>A layer of a drawn net as data; what arrives decides its input type.</summary>
internal sealed record IntegerStep(
    IntegerKind Kind, int Rows = 1, int Columns = 1, int Stride = 1, int Padding = 0, int Dilation = 1, int Output = 0, bool Bias = false,
    PaddingModes Mode = PaddingModes.Zeros)
{
    /// <summary>The layer from a field type.</summary>
    public EquivariantModule Build(FieldType type) => Kind switch
    {
        IntegerKind.Convolution => Convolution(type),
        IntegerKind.MaxPooling => new MaxPooling(type, Rows, Stride, Padding),
        IntegerKind.AveragePooling => new AveragePooling(type, Rows, Stride, Padding),
        IntegerKind.BinomialPooling => new BinomialPooling(type, Rows, Stride, Padding),
        IntegerKind.LeakyReLU => PointwiseNonlinearity.LeakyReLU(type, 0.25),
        IntegerKind.GroupPooling => new GroupPooling(type),
        IntegerKind.Branches => Branches(type),
        _ => new SpatialPooling(type),
    };

    private Convolution Convolution(FieldType type) =>
        new(type, OutputType(type.Group), Stencil(type.Group, Rows, Columns), Stride, Padding, Dilation, Bias, Mode);

    private BranchSum Branches(FieldType type)
    {
        FieldType output = OutputType(type.Group);
        return new BranchSum(
            new EquivariantSequential(
                new Convolution(type, output, Stencil(type.Group, 3, 3), Stride, 1), PointwiseNonlinearity.LeakyReLU(output, 0.25)),
            new EquivariantSequential(new Convolution(type, output, Stencil(type.Group, 1, 1), Stride)));
    }

    private FieldType OutputType(PlaneGroup g)
    {
        IReadOnlyList<Subgroup> subgroups = Subgroup.AllOf(g.PointGroup);
        return Output switch
        {
            0 => FieldType.Regular(g, 1),
            1 => FieldType.Trivial(g, 2),
            _ => FieldType.Trivial(g, 1) + FieldType.Quotient(g, subgroups[Output % subgroups.Count], 1),
        };
    }

    private static Stencil Stencil(PlaneGroup g, int rows, int columns) =>
        g.Lattice is HexagonalLattice ? Groups.Stencil.Hexagon(rows / 2) : Groups.Stencil.Rectangle(rows, columns);
}
