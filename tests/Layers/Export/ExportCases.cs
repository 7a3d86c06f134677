using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Every layer, with the arguments that change what it becomes.</summary>
internal static class ExportCases
{
    /// <summary>Groups of both lattices, on and beyond them, with and without reflections.</summary>
    public static PlaneGroup[] Groups =>
    [
        PlaneGroup.P4m, PlaneGroup.P2, PlaneGroup.P6m, PlaneGroup.P3m1, PlaneGroup.Cyclic(8), PlaneGroup.O2(2),
        PlaneGroup.O2(2, new HexagonalLattice()),
    ];

    /// <summary>Layers of each kind over a group; none where the group has no fields that the layer takes.</summary>
    public static IReadOnlyDictionary<Type, Func<PlaneGroup, EquivariantModule[]>> ByType { get; } =
        new Dictionary<Type, Func<PlaneGroup, EquivariantModule[]>>
        {
            [typeof(Convolution)] = g => OfTypes(g, type =>
            [
                new Convolution(type, type, Window(g, 3)), new Convolution(type, type, Window(g, 3), 2, 1),
                new Convolution(type + type, type + type, Window(g, 3), 3, 2, 2, groups: 2),
                new Convolution(type, type, Window(g, 1), bias: false), new Convolution(type, type, Window(g, 3), padding: 2),
            ]),
            [typeof(PlanarConvolution)] = g => OfTypes(g, type => [new PlanarConvolution(type, Window(g, 3), 2, 1)]),
            [typeof(SeparableConvolution)] = g => OfTypes(g, type => [new SeparableConvolution(type, type, Window(g, 3), padding: 1)]),
            [typeof(TransposedConvolution)] = g => OfTypes(g, type =>
            [
                new TransposedConvolution(type, type, Window(g, 3), 2, 1, outputPadding: 1),
                new TransposedConvolution(type, type, Window(g, 3), 3, 0, outputPadding: 2, bias: true),
                new TransposedConvolution(type + type, type, Window(g, 3), 1, 1, 2, bias: false),
            ]),
            [typeof(EquivariantLinear)] = g => OfTypes(g, type =>
                [new EquivariantLinear(type, type), new EquivariantLinear(type, type, false)]),
            [typeof(FieldBatchNorm)] = g => OfTypes(g, type => [new FieldBatchNorm(type, 0.1)]),
            [typeof(FieldGroupNorm)] = g => OfTypes(g, type =>
                [FieldGroupNorm.Instance(type, 0.1), FieldGroupNorm.Layer(type), new FieldGroupNorm(type + type, 2)]),
            [typeof(FieldDropout)] = g => OfTypes(g, type => [new FieldDropout(type)]),
            [typeof(PointwiseDropout)] = g => Permuting(g, type => [new PointwiseDropout(type)]),
            [typeof(EquivariantSequential)] = g => Permuting(g, type =>
            [
                new EquivariantSequential(
                    new EquivariantSequential(new FieldDropout(type), PointwiseNonlinearity.ReLU(type)), new GroupPooling(type)),
            ]),
            [typeof(ResidualBlock)] = g => OfTypes(g, type => [new ResidualBlock(type, type), new ResidualBlock(type, type + type, 3, 2)]),
            [typeof(PreActivationBlock)] = g => OfTypes(g, type =>
                [new PreActivationBlock(type, type), new PreActivationBlock(type, type, 3, 2)]),
            [typeof(DirectSum)] = g => OfTypes(g, type =>
                [new DirectSum(new NormNonlinearity(type), new NormPooling(type)), new DirectSum(new FieldDropout(type))]),
            [typeof(Concatenation)] = g => OfTypes(g, type => [new Concatenation(new EquivariantIdentity(type), new NormPooling(type))]),
            [typeof(EquivariantIdentity)] = g => OfTypes(g, type => [new EquivariantIdentity(type)]),
            [typeof(FieldSelection)] = g => OfTypes(g, type => [new FieldSelection(type, 1, 0, 1)]),
            [typeof(Restriction)] = g => OfTypes(g, type => [new Restriction(type, Smallest(g))]),
            [typeof(Disentangle)] = g => OfTypes(g, type => [new Disentangle(type), new Disentangle(type, intoIrreps: true)]),
            [typeof(SqueezeExcite)] = g => OfTypes(g, type => [new SqueezeExcite(type, 2)]),
            [typeof(SelfAttention)] = g => OfTypes(g, type => [new SelfAttention(type, type, type, type, 2, 2), new SelfAttention(type)]),
            [typeof(PointwiseNonlinearity)] = g => Permuting(g, Pointwise),
            [typeof(NormNonlinearity)] = g => OfTypes(g, type =>
                [new NormNonlinearity(type), new NormNonlinearity(type, nn.Softplus().call)]),
            [typeof(GatedNonlinearity)] = g => OfTypes(g, type =>
            [
                new GatedNonlinearity(type), new GatedNonlinearity(type, nn.Tanh().call),
                new GatedNonlinearity(type, pointwise: nn.Softplus().call),
            ]),
            [typeof(ConcatenatedNonlinearity)] = g => Permuting(g, type =>
                [new ConcatenatedNonlinearity(type), new ConcatenatedNonlinearity(type, nn.Softplus().forward)]),
            [typeof(FourierPointwiseNonlinearity)] = g =>
            [
                new FourierPointwiseNonlinearity(Functions(g)),
                new FourierPointwiseNonlinearity(Functions(g), function: nn.Softplus().call),
            ],
            [typeof(TensorProductNonlinearity)] = g => OfTypes(g, type => [new TensorProductNonlinearity(type, type)]),
            [typeof(VectorFieldNonlinearity)] = g => g.MaximumFrequency is null && g.Order >= 3
                ? [new VectorFieldNonlinearity(FieldType.Regular(g, 2)), .. OfReflections(g)]
                : [],
            [typeof(MaxPooling)] = g => Permuting(g, type =>
                [new MaxPooling(type, 3), new MaxPooling(type, 3, 2, 1), new MaxPooling(type, 3, 1)]),
            [typeof(AveragePooling)] = g => OfTypes(g, type => [new AveragePooling(type, 3), new AveragePooling(type, 3, 2, 1)]),
            [typeof(BinomialPooling)] = g => OfTypes(g, type => [new BinomialPooling(type), new BinomialPooling(type, 5, 3, 0)]),
            [typeof(GaussianPooling)] = g => OfTypes(g, type => [new GaussianPooling(type, 0.8)]),
            [typeof(NormMaxPooling)] = g => OfTypes(g, type =>
                [new NormMaxPooling(type, 3), new NormMaxPooling(type, 3, 2, 1), new NormMaxPooling(type, 3, 1)]),
            [typeof(NormPooling)] = g => OfTypes(g, type => [new NormPooling(type)]),
            [typeof(AdaptivePooling)] = g => [
                .. OfTypes(g, type => [new AdaptivePooling(type, 3)]),
                .. Permuting(g, type => [new AdaptivePooling(type, 3, PoolingKind.Max)])],
            [typeof(SpatialPooling)] = g => [
                .. OfTypes(g, type => [new SpatialPooling(type)]), .. Permuting(g, type => [new SpatialPooling(type, PoolingKind.Max)])],
            [typeof(GroupPooling)] = g => Permuting(g, type => [new GroupPooling(type), new GroupPooling(type, PoolingKind.Mean)]),
            [typeof(CosetPooling)] = g => g.MaximumFrequency is null
                ? [.. from k in Subgroup.AllOf(g.PointGroup)
                      from kind in Enum.GetValues<PoolingKind>()
                      select new CosetPooling(FieldType.Regular(g, 2), k, kind)]
                : [],
            [typeof(SublatticePooling)] = g => Sublattices(g),
            [typeof(Upsampling)] = g => OfTypes(g, type =>
            [
                .. from factor in Enumerable.Range(2, 2)
                   from kind in Enum.GetValues<UpsamplingKind>()
                   select new Upsampling(type, factor, kind),
            ]),
            [typeof(DiscMask)] = g => OfTypes(g, type => [new DiscMask(type, 0.5), new DiscMask(type, 1, 0.7)]),
            [typeof(HexagonalMask)] = g => g.Lattice is HexagonalLattice
                ? OfTypes(g, type => [new HexagonalMask(type), new HexagonalMask(type, 2)])
                : [],
        };

    /// <summary>Fields that permute their channels: scalars, regular and quotient ones.</summary>
    public static FieldType Permutations(PlaneGroup g) => FieldType.Trivial(g, 1) + FieldType.Regular(g, 2)
        + FieldType.Quotient(g, Subgroup.AllOf(g.PointGroup)[Subgroup.AllOf(g.PointGroup).Count / 2], 1);

    private static EquivariantModule[] Permuting(PlaneGroup g, Func<FieldType, EquivariantModule[]> layers) =>
        g.MaximumFrequency is null ? layers(Permutations(g)) : layers(FieldType.Trivial(g, 3));

    /// <summary>Fields that permute their channels, irreps, and both side by side.</summary>
    private static EquivariantModule[] OfTypes(PlaneGroup g, Func<FieldType, EquivariantModule[]> layers)
    {
        FieldType irreps = AnyLattice.Irreps(g);
        return g.MaximumFrequency is null
            ? [.. layers(Permutations(g)), .. layers(Permutations(g) + irreps)]
            : layers(irreps);
    }

    private static EquivariantModule[] Pointwise(FieldType type) =>
    [
        PointwiseNonlinearity.ReLU(type), PointwiseNonlinearity.LeakyReLU(type, 0.3), PointwiseNonlinearity.ELU(type, 0.7),
        PointwiseNonlinearity.GELU(type), PointwiseNonlinearity.SiLU(type), PointwiseNonlinearity.Tanh(type),
        PointwiseNonlinearity.Sigmoid(type), PointwiseNonlinearity.Softplus(type, 2),
        PointwiseNonlinearity.Odd(type, nn.Tanh().call), new PointwiseNonlinearity(type, nn.Softplus().call, "Softplus"),
    ];

    private static FieldType Functions(PlaneGroup g) => g.MaximumFrequency is int highest
        ? FieldType.Copies(g, ContinuousGroup.O2.BandLimitedRegular(highest), 2)
        : FieldType.Regular(g, 2);

    private static EquivariantModule[] OfReflections(PlaneGroup g) => g.IsRotation(g.Order - 1)
        ? []
        : [new VectorFieldNonlinearity(
            FieldType.Quotient(g, Subgroup.Generated(g.PointGroup, g.Order / 2), 2) + FieldType.Regular(g, 1))];

    private static EquivariantModule[] Sublattices(PlaneGroup g) => g.LatticeGroup.Order < g.Order
        ? []
        :
        [
            .. from sublattice in Sublattice.All.Where(of => of.Lattice.Equals(g.Lattice))
               from kind in Enum.GetValues<PoolingKind>()
               select new SublatticePooling(Permutations(g), sublattice, kind),
        ];

    private static PlaneGroup Smallest(PlaneGroup g) => g.Subgroup(Subgroup.Generated(g.PointGroup, 0));

    private static Stencil Window(PlaneGroup g, int side) => Examples.Window(g, side);
}
