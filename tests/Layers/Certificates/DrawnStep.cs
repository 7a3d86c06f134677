using GCnn.Groups;
using TorchSharp;

namespace GCnn.Layers.Tests;

/// <summary>A layer of a drawn net as data: its kind, and the seed from which the rest is drawn.</summary>
/// <param name="Kind">The kind of the layer.</param>
/// <param name="Seed">What its sizes, strides, paddings, modes and fields are drawn from.</param>
internal sealed partial record DrawnStep(DrawnKind Kind, int Seed)
{
    private static readonly PaddingModes[] Modes =
        [PaddingModes.Zeros, PaddingModes.Circular, PaddingModes.Reflect, PaddingModes.Replicate];

    /// <summary>The layer from a field type.</summary>
    /// <exception cref="ArgumentException">There is no such layer on the type.</exception>
    public EquivariantModule Build(FieldType type)
    {
        Random random = new(Seed);
        return Pooling(type, random) ?? OfEachPosition(type, random) ?? Structure(type, random);
    }

    private EquivariantModule? Pooling(FieldType type, Random random) => Kind switch
    {
        DrawnKind.MaxPooling => Windowed(type, random, (k, s, p) => new MaxPooling(type, k, s, p)),
        DrawnKind.AveragePooling => Windowed(type, random, (k, s, p) => new AveragePooling(type, k, s, p)),
        DrawnKind.BinomialPooling => Windowed(type, random, (k, s, p) => new BinomialPooling(type, k, s, p)),
        DrawnKind.GaussianPooling => Windowed(type, random, (k, s, p) => new GaussianPooling(type, 0.8, s, k, p)),
        DrawnKind.NormMaxPooling => Windowed(type, random, (k, s, p) => new NormMaxPooling(type, k, s, p)),
        DrawnKind.AdaptivePooling => Adaptive(type, random),
        DrawnKind.SublatticePooling => new SublatticePooling(
            type, Any(random, [.. Sublattice.All.Where(s => s.Lattice.Equals(type.Group.Lattice))]), Kinds(random)),
        DrawnKind.PolyphaseSampling => new PolyphaseSampling(type, random.Next(2, 4)),
        DrawnKind.PolyphasePair => PolyphasePair(type, random),
        DrawnKind.Upsampling => new Upsampling(type, random.Next(2, 4), Any(random, Enum.GetValues<UpsamplingKind>())),
        DrawnKind.SpatialPooling => new SpatialPooling(type, Kinds(random)),
        DrawnKind.GroupPooling => new GroupPooling(type, Kinds(random)),
        DrawnKind.CosetPooling => new CosetPooling(type, Any(random, [.. Subgroup.AllOf(type.Group.PointGroup)]), Kinds(random)),
        DrawnKind.NormPooling => new NormPooling(type),
        _ => null,
    };

    private EquivariantModule? OfEachPosition(FieldType type, Random random) => Kind switch
    {
        DrawnKind.Mask => OnHexagons(type) && random.Next(2) == 0 ? new HexagonalMask(type, random.Next(2))
            : new DiscMask(type, random.Next(2), random.Next(2)),
        DrawnKind.Restriction => Restricted(type, random),
        DrawnKind.Nonlinearity => Nonlinearity(type, random.Next(4)),
        DrawnKind.FourierPointwise => Fourier(type, random),
        DrawnKind.TensorProduct => TensorProduct(type),
        DrawnKind.BatchNorm => Evaluated(new FieldBatchNorm(type)),
        DrawnKind.TrainedBatchNorm => new FieldBatchNorm(type),
        DrawnKind.GroupNorm => new FieldGroupNorm(type, 1),
        DrawnKind.SqueezeExcite => new SqueezeExcite(type, 1),
        DrawnKind.SelfAttention => new SelfAttention(type, 1, random.Next(3)),
        DrawnKind.Linear => new EquivariantLinear(type, Fields(type.Group, random)),
        _ => null,
    };

    private EquivariantModule Structure(FieldType type, Random random) => Kind switch
    {
        DrawnKind.Convolution => Curved(Convolution(type, random, 1), random),
        DrawnKind.GroupedConvolution => Curved(Grouped(type, random), random),
        DrawnKind.SeparableConvolution => Curved(Separable(type, random), random),
        DrawnKind.TransposedConvolution => Curved(Transposed(type, random), random),
        DrawnKind.ResidualBlock => Evaluated(
            new ResidualBlock(type, Fields(type.Group, random), random.Next(2) == 0 ? 3 : 1, random.Next(1, 3))),
        DrawnKind.PreActivationBlock =>
            new PreActivationBlock(type, random.Next(2) == 0 ? type : Fields(type.Group, random), 3, random.Next(1, 3)),
        DrawnKind.Concatenation => Curved(
            new Concatenation(new EquivariantIdentity(type), new AveragePooling(type, 3, 1, 1), Convolution(type, 3, 1, 1)), random),
        DrawnKind.BranchSum => Branches(type, random),
        _ => throw new InvalidOperationException($"Nothing builds {Kind}."),
    };

    private static PolyphaseSampling First(FieldType type, int stride) => new(type, stride);

    private static EquivariantSequential PolyphasePair(FieldType type, Random random)
    {
        PolyphaseSampling sampling = First(type, random.Next(2, 4));
        EquivariantModule between = OnHexagons(type) || random.Next(2) == 0
            ? Nonlinearity(type, 0)
            : new Convolution(type, type, Square(type.Group, 3), padding: 1, paddingMode: Any(random, Modes));
        return new EquivariantSequential(sampling, between, new PolyphaseUpsampling(type, sampling));
    }

    private static EquivariantModule Windowed(FieldType type, Random random, Func<int, int, int, EquivariantModule> build)
    {
        int kernel = OnHexagons(type) ? 3 : random.Next(2, 5);
        return build(kernel, random.Next(1, 4), random.Next(0, (kernel / 2) + 1));
    }

    private static AdaptivePooling Adaptive(FieldType type, Random random)
    {
        int rows = OnHexagons(type) ? Any(random, [1, 3]) : random.Next(1, 5);
        bool square = OnHexagons(type) || Enumerable.Range(0, type.Group.LatticeGroup.Order).Any(type.Group.LatticeGroup.SwapsAxes);
        return new AdaptivePooling(type, rows, square ? rows : random.Next(1, 5), Kinds(random));
    }

    private static Convolution Convolution(FieldType type, Random random, int groups)
    {
        (Stencil stencil, int stride, int padding, int dilation) = Window(type.Group, random);
        FieldType output = groups == 1 ? Fields(type.Group, random) : type;
        return new Convolution(type, output, stencil, stride, padding, dilation, random.Next(2) == 0, Mode(type, random), groups);
    }

    private static Convolution Convolution(FieldType type, int kernel, int stride, int padding) =>
        new(type, Fields(type.Group, new Random(kernel)), Square(type.Group, kernel), stride, padding);

    private static Convolution Grouped(FieldType type, Random random) => Convolution(type, random, type.Fields.Count);

    private static SeparableConvolution Separable(FieldType type, Random random)
    {
        (Stencil stencil, int stride, int padding, int dilation) = Window(type.Group, random);
        return new SeparableConvolution(
            type, Fields(type.Group, random), stencil, stride, padding, dilation, paddingMode: Mode(type, random));
    }

    private static TransposedConvolution Transposed(FieldType type, Random random)
    {
        (Stencil stencil, int stride, int padding, int dilation) = Window(type.Group, random);
        return new TransposedConvolution(
            type, Fields(type.Group, random), stencil, stride, padding, dilation, random.Next(2) == 0 ? 0 : random.Next(stride));
    }

    private static BranchSum Branches(FieldType type, Random random)
    {
        (int stride, FieldType output) = (random.Next(1, 4), Fields(type.Group, random));
        Convolution wide = new(type, output, Square(type.Group, 3), stride, 1);
        Convolution narrow = new(type, output, Square(type.Group, 1), stride);
        return new BranchSum(
            new EquivariantSequential(wide, Nonlinearity(output, 0)), new EquivariantSequential(narrow, Nonlinearity(output, 1)));
    }
}
