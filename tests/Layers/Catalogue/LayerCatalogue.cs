using GCnn.Groups;
using TorchSharp;

namespace GCnn.Layers.Tests;

/// <summary>Every layer in every way it is built, with what it is to refuse.</summary>
internal static class LayerCatalogue
{
    public static IReadOnlyList<LayerCase> All { get; } =
    [
        .. Convolutions(), .. OtherConvolutions(), .. Windows(), .. OtherPooling(), .. Pointwise(), .. OtherNonlinearities(),
        .. Normalisation(), .. Sizes(), .. Structure(),
    ];

    private static string? Nothing(FieldType type) => null;

    private static string? NotOnHexagons(FieldType type, string words) => type.Group.Lattice is HexagonalLattice ? words : null;

    private static Stencil Window(FieldType type, int side = 3) => Examples.Window(type.Group, side);

    private static IEnumerable<LayerCase> Convolutions()
    {
        LayerCase Case(
            string how, Func<FieldType, Stencil> stencil, int stride = 1, int padding = 0, int dilation = 1, int groups = 1,
            PaddingModes mode = PaddingModes.Zeros, Func<FieldType, string?>? refusal = null) =>
            new(
                nameof(Convolution), how,
                type => new Convolution(
                    type, type, stencil(type), stride, padding, dilation, paddingMode: mode, groups: groups == 0 ? type.Fields.Count : groups),
                refusal ?? Nothing);

        yield return Case("3 x 3", type => Window(type), padding: 1);
        yield return Case("stride 2", type => Window(type), stride: 2, padding: 1);
        yield return Case("dilation 2", type => Window(type), dilation: 2, padding: 2);
        yield return Case("1 x 1", _ => Stencil.Square(1));
        yield return Case("grouped", type => Window(type), padding: 1, groups: 2, refusal: Uneven);
        yield return Case("depthwise", type => Window(type), padding: 1, groups: 0, refusal: Uneven);
        yield return Case("constant padding", type => Window(type), padding: 1, mode: PaddingModes.Constant);
        foreach (PaddingModes mode in new[] { PaddingModes.Circular, PaddingModes.Reflect, PaddingModes.Replicate })
        {
            yield return Case($"{mode} padding", type => Window(type), padding: 1, mode: mode, refusal: t => NotOnHexagons(t, $"{mode}"));
        }

        yield return Case("even kernel", _ => Stencil.Square(2), padding: 1, refusal: t => NotOnHexagons(t, "lies between cells"));
        yield return Case("no square", _ => Stencil.Rectangle(1, 3), padding: 1, refusal: t => Turns(t.Group) ? "1 x 3" : null) with
        {
            Speaker = "stencil",
        };
    }

    private static IEnumerable<LayerCase> OtherConvolutions()
    {
        yield return new(nameof(Convolution), "into scalars", t => new Convolution(t, Scalars(t), Window(t), padding: 1), t => NoKernel(t, Scalars(t)));
        yield return new(nameof(Convolution), "of scalars", t => new Convolution(Scalars(t), t, Window(t), padding: 1), t => NoKernel(Scalars(t), t));
        yield return new(nameof(Convolution), "harmonics", t => new Convolution(t, t, new HarmonicBasis(t.Group, Window(t)), padding: 1), Nothing);
        yield return new(nameof(TransposedConvolution), "3 x 3", t => new TransposedConvolution(t, t, Window(t), stride: 2, padding: 1), Nothing);
        yield return new(
            nameof(TransposedConvolution), "even kernel", t => new TransposedConvolution(t, t, Stencil.Square(4), stride: 2, padding: 1),
            t => NotOnHexagons(t, "lies between cells"));
        yield return new(
            nameof(TransposedConvolution), "grouped", t => new TransposedConvolution(t, t, Window(t), groups: 2), Uneven);
        yield return new(nameof(SeparableConvolution), "", t => new SeparableConvolution(t, t, Window(t), 2, 1), Nothing);
        yield return new(nameof(PlanarConvolution), "", t => new PlanarConvolution(t, Window(t), padding: 1), Nothing);
        yield return new(nameof(EquivariantLinear), "", t => new EquivariantLinear(t, t), Nothing);
    }

    private static FieldType Scalars(FieldType type) => FieldType.Trivial(type.Group, 2);

    /// <summary>Counted by characters, another way than the layer's.</summary>
    private static string? NoKernel(FieldType input, FieldType output)
    {
        FilterBasis filters = FilterBasis.For(input.Group, Window(input));
        return input.Fields.Any(from => output.Fields.Any(to => KernelSpace.DimensionByCharacters(from, to, filters) > 0))
            ? null
            : "no kernel on a";
    }

    private static IEnumerable<LayerCase> Windows()
    {
        yield return new(nameof(MaxPooling), "", t => new MaxPooling(t, 3, 2, 1), KindsOfFields.NotPermuting);
        yield return new(nameof(AveragePooling), "", t => new AveragePooling(t, 3, 2, 1), Nothing);
        yield return new(nameof(BinomialPooling), "", t => new BinomialPooling(t), Nothing);
        yield return new(nameof(GaussianPooling), "", t => new GaussianPooling(t), Nothing);
        yield return new(nameof(NormMaxPooling), "", t => new NormMaxPooling(t, 3, 2, 1), Nothing);
        foreach (var (how, build) in new (string, Func<FieldType, WindowPooling>)[]
        {
            (nameof(AveragePooling), t => new AveragePooling(t, 2)), (nameof(BinomialPooling), t => new BinomialPooling(t, 4, padding: 1)),
            (nameof(NormMaxPooling), t => new NormMaxPooling(t, 2)),
        })
        {
            yield return new(how, "even window", build, t => NotOnHexagons(t, "is even")) { Even = true };
        }
    }

    private static IEnumerable<LayerCase> OtherPooling()
    {
        yield return new(nameof(AdaptivePooling), "mean", t => new AdaptivePooling(t, 3), Nothing);
        yield return new(nameof(AdaptivePooling), "maximum", t => new AdaptivePooling(t, 3, PoolingKind.Max), KindsOfFields.NotPermuting);
        yield return new(nameof(AdaptivePooling), "of other sides", t => new AdaptivePooling(t, 1, 3), t =>
            t.Group.Lattice is HexagonalLattice || Turns(t.Group) ? "1 x 3" : null);
        yield return new(nameof(SpatialPooling), "mean", t => new SpatialPooling(t), Nothing);
        yield return new(nameof(SpatialPooling), "maximum", t => new SpatialPooling(t, PoolingKind.Max), KindsOfFields.NotPermuting);
        foreach (int index in new[] { 2, 3, 4, 5, 7 })
        {
            yield return Sublattice(index, PoolingKind.Mean, Nothing);
            yield return Sublattice(index, PoolingKind.Max, KindsOfFields.NotPermuting);
        }

        yield return new(nameof(GroupPooling), "mean", t => new GroupPooling(t, PoolingKind.Mean), KindsOfFields.NotPermuting);
        yield return new(nameof(GroupPooling), "maximum", t => new GroupPooling(t), KindsOfFields.NotPermuting);
        yield return new(nameof(NormPooling), "", t => new NormPooling(t), Nothing);
        foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
        {
            yield return new(
                nameof(CosetPooling), $"{kind}", t => new CosetPooling(t, Between(t), kind),
                t => KindsOfFields.NotCosetsWithin(t, Between(t)));
        }

        yield return new(nameof(PolyphaseSampling), "and all that is left", t => Polyphase(t, 2), Nothing) { Even = true };
        yield return new(nameof(PolyphaseUpsampling), "after sampling", SampledAndBack, Nothing) { Even = true };
    }

    private static LayerCase Sublattice(int index, PoolingKind kind, Func<FieldType, string?> refusal) => new(
        nameof(SublatticePooling), $"index {index}, {kind}",
        t => new SublatticePooling(t, GCnn.Groups.Sublattice.All.First(s => s.Index == index && s.Lattice.Equals(t.Group.Lattice)), kind), refusal)
    {
        Exists = g => GCnn.Groups.Sublattice.All.Any(s => s.Index == index && s.Lattice.Equals(g.Lattice)),
    };

    /// <summary>A subgroup of middle size.</summary>
    private static Subgroup Between(FieldType type)
    {
        IReadOnlyList<Subgroup> all = Subgroup.AllOf(type.Group.PointGroup);
        return all[all.Count / 2];
    }

    /// <summary>The samples stand on a coarse image that may be shifted, which pooling over all positions does not see.</summary>
    private static EquivariantSequential Polyphase(FieldType type, int stride) =>
        new(new PolyphaseSampling(type, stride), new NormPooling(type), new SpatialPooling(FieldType.Trivial(type.Group, type.Fields.Count)));

    private static EquivariantSequential SampledAndBack(FieldType type)
    {
        PolyphaseSampling sampling = new(type);
        return new(sampling, new PolyphaseUpsampling(type, sampling));
    }

    private static IEnumerable<LayerCase> Pointwise()
    {
        foreach (var (name, build) in new (string, Func<FieldType, EquivariantModule>)[]
        {
            ("ReLU", PointwiseNonlinearity.ReLU), ("LeakyReLU", t => PointwiseNonlinearity.LeakyReLU(t)),
            ("ELU", t => PointwiseNonlinearity.ELU(t)), ("GELU", PointwiseNonlinearity.GELU), ("SiLU", PointwiseNonlinearity.SiLU),
            ("Sigmoid", PointwiseNonlinearity.Sigmoid), ("Softplus", t => PointwiseNonlinearity.Softplus(t)),
            ("square", t => new PointwiseNonlinearity(t, x => x.pow(2), "square")),
        })
        {
            yield return new(nameof(PointwiseNonlinearity), name, build, KindsOfFields.NotPermuting) { Speaker = name };
        }

        yield return new(nameof(PointwiseNonlinearity), "Tanh", PointwiseNonlinearity.Tanh, KindsOfFields.NotSigned) { Speaker = "Tanh" };
        yield return new(
            nameof(PointwiseNonlinearity), "cube", t => PointwiseNonlinearity.Odd(t, x => x.pow(3), "cube"), KindsOfFields.NotSigned)
        {
            Speaker = "cube",
        };
    }

    private static IEnumerable<LayerCase> OtherNonlinearities()
    {
        yield return new(nameof(NormNonlinearity), "", t => new NormNonlinearity(t), Nothing);
        yield return new(nameof(NormNonlinearity), "sigmoid", t => new NormNonlinearity(t, x => x.sigmoid()), Nothing);
        yield return new(nameof(GatedNonlinearity), "", t => new GatedNonlinearity(t), Nothing);
        yield return new(nameof(GatedNonlinearity), "pointwise too", t => new GatedNonlinearity(t, pointwise: x => x.exp()), Nothing);
        yield return new(nameof(ConcatenatedNonlinearity), "", t => new ConcatenatedNonlinearity(t), KindsOfFields.NotSigned);
        yield return new(nameof(ConcatenatedNonlinearity), "exp", t => new ConcatenatedNonlinearity(t, x => x.exp()), KindsOfFields.NotSigned);
        yield return new(nameof(VectorFieldNonlinearity), "", t => new VectorFieldNonlinearity(t), t =>
            Enumerable.Range(0, t.Group.Order).Count(t.Group.IsRotation) < 3 ? "fewer than three rotations" : KindsOfFields.NotDirections(t));
        yield return new(nameof(FourierPointwiseNonlinearity), "", t => new FourierPointwiseNonlinearity(t), KindsOfFields.NotFunctions);
        yield return new(nameof(TensorProductNonlinearity), "", t => new TensorProductNonlinearity(t, t), Nothing);
    }

    private static IEnumerable<LayerCase> Normalisation()
    {
        yield return new(nameof(FieldBatchNorm), "in training", t => new FieldBatchNorm(t), Nothing) { Training = true };
        yield return new(nameof(FieldBatchNorm), "in evaluation", t => new FieldBatchNorm(t), Nothing);
        yield return new(nameof(FieldGroupNorm), "instance", t => FieldGroupNorm.Instance(t), Nothing);
        yield return new(nameof(FieldGroupNorm), "layer", t => FieldGroupNorm.Layer(t), Nothing);
        yield return new(nameof(FieldGroupNorm), "two groups", t => new FieldGroupNorm(t, 2), Nothing);
        yield return new(nameof(FieldDropout), "in evaluation", t => new FieldDropout(t), Nothing);
        yield return new(nameof(PointwiseDropout), "in evaluation", t => new PointwiseDropout(t), KindsOfFields.NotSigned);
    }

    private static IEnumerable<LayerCase> Sizes()
    {
        yield return new(nameof(DiscMask), "", t => new DiscMask(t), Nothing);
        yield return new(nameof(DiscMask), "soft", t => new DiscMask(t, 1, 2), Nothing);
        yield return new(nameof(HexagonalMask), "", t => new HexagonalMask(t, 1), t =>
            t.Group.Lattice is HexagonalLattice ? null : "acts on squares");
        foreach (UpsamplingKind kind in Enum.GetValues<UpsamplingKind>())
        {
            yield return new(nameof(Upsampling), $"{kind}, 2", t => new Upsampling(t, 2, kind), Nothing);
            yield return new(nameof(Upsampling), $"{kind}, 3", t => new Upsampling(t, 3, kind), Nothing);
        }
    }

    private static IEnumerable<LayerCase> Structure()
    {
        yield return new(nameof(EquivariantIdentity), "", t => new EquivariantIdentity(t), Nothing);
        yield return new(nameof(EquivariantSequential), "", t => new EquivariantSequential(new EquivariantIdentity(t), new NormPooling(t)), Nothing);
        yield return new(nameof(Restriction), "", t => t.Group.IsExact ? new Restriction(t, Between(t)) : new Restriction(t, t.Group.LatticeGroup), Nothing);
        yield return new(nameof(Disentangle), "", t => new Disentangle(t), Nothing);
        yield return new(nameof(Disentangle), "into irreps", t => new Disentangle(t, intoIrreps: true), Nothing);
        yield return new(nameof(FieldSelection), "", t => new FieldSelection(t, 1, 0, 1), Nothing);
        yield return new(nameof(Concatenation), "", t => new Concatenation(new EquivariantIdentity(t), new NormPooling(t)), Nothing);
        yield return new(nameof(DirectSum), "", t => new DirectSum(new EquivariantIdentity(t), new NormPooling(t)), Nothing);
        yield return new(nameof(ResidualBlock), "", t => new ResidualBlock(t, t), Nothing);
        yield return new(nameof(ResidualBlock), "stride 2", t => new ResidualBlock(t, t, stride: 2), Nothing);
        yield return new(nameof(PreActivationBlock), "stride 2", t => new PreActivationBlock(t, t, stride: 2), Nothing);
        yield return new(nameof(SqueezeExcite), "", t => new SqueezeExcite(t), Nothing);
        yield return new(nameof(SelfAttention), "", t => new SelfAttention(t), Nothing);
        yield return new(nameof(SelfAttention), "relative positions", t => new SelfAttention(t, reach: 1), Nothing);
    }

    /// <summary>Two groups of fields hold the same.</summary>
    private static string? Uneven(FieldType type) => type.Blocks.Count == 1 ? null : $"'{type}'";

    /// <summary>Whether some element takes rows to what are no rows.</summary>
    private static bool Turns(PlaneGroup group) => group.LatticeGroup is var exact
        && (exact.Lattice is HexagonalLattice || Enumerable.Range(0, exact.Order).Any(exact.SwapsAxes));
}
