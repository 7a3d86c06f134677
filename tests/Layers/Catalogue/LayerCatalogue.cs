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

    private static LayerCase Case<T>(string how, Func<FieldType, T> build, Func<FieldType, string?>? refusal = null)
        where T : EquivariantModule => new(typeof(T).Name, how, build, refusal ?? Nothing);

    private static string? Nothing(FieldType type) => null;

    private static string? NotOnHexagons(FieldType type, string words) => type.Group.Lattice is HexagonalLattice ? words : null;

    private static Stencil Window(FieldType type, int side = 3) => Examples.Window(type.Group, side);

    private static IEnumerable<LayerCase> Convolutions()
    {
        LayerCase Of(
            string how, Func<FieldType, Stencil> stencil, int stride = 1, int padding = 0, int dilation = 1, int groups = 1,
            PaddingModes mode = PaddingModes.Zeros, Func<FieldType, string?>? refusal = null) =>
            new(
                nameof(Convolution), how,
                type => new Convolution(
                    type, type, stencil(type), stride, padding, dilation, paddingMode: mode,
                    groups: groups == 0 ? type.Fields.Count : groups),
                refusal ?? Nothing);

        yield return Of("3 x 3", type => Window(type), padding: 1);
        yield return Of("stride 2", type => Window(type), stride: 2, padding: 1);
        yield return Of("dilation 2", type => Window(type), dilation: 2, padding: 2);
        yield return Of("1 x 1", _ => Stencil.Square(1));
        yield return Of("grouped", type => Window(type), padding: 1, groups: 2, refusal: Uneven);
        yield return Of("depthwise", type => Window(type), padding: 1, groups: 0, refusal: Uneven);
        yield return Of("constant padding", type => Window(type), padding: 1, mode: PaddingModes.Constant);
        foreach (PaddingModes mode in new[] { PaddingModes.Circular, PaddingModes.Reflect, PaddingModes.Replicate })
        {
            yield return Of($"{mode} padding", type => Window(type), padding: 1, mode: mode, refusal: t => NotOnHexagons(t, $"{mode}"));
        }

        yield return Of("even kernel", _ => Stencil.Square(2), padding: 1, refusal: t => NotOnHexagons(t, "lies between cells"));
        yield return Of("no square", _ => Stencil.Rectangle(1, 3), padding: 1, refusal: t => Turns(t.Group) ? "1 x 3" : null) with
        {
            Speaker = "stencil",
        };
    }

    private static IEnumerable<LayerCase> OtherConvolutions()
    {
        yield return Case("into scalars", t => new Convolution(t, Scalars(t), Window(t), padding: 1), t => NoKernel(t, Scalars(t)));
        yield return Case("of scalars", t => new Convolution(Scalars(t), t, Window(t), padding: 1), t => NoKernel(Scalars(t), t));
        yield return Case("harmonics", t => new Convolution(t, t, new HarmonicBasis(t.Group, Window(t)), padding: 1));
        yield return Case("derivatives", t => new Convolution(t, t, new DerivativeBasis(t.Group, Window(t)), padding: 1));
        yield return Case("3 x 3", t => new TransposedConvolution(t, t, Window(t), stride: 2, padding: 1));
        yield return Case(
                "even kernel", t => new TransposedConvolution(t, t, Stencil.Square(4), stride: 2, padding: 1),
            t => NotOnHexagons(t, "lies between cells"));
        yield return Case(
                "grouped", t => new TransposedConvolution(t, t, Window(t), groups: 2), Uneven);
        yield return Case("", t => new SeparableConvolution(t, t, Window(t), 2, 1));
        yield return Case("", t => new PlanarConvolution(t, Window(t), padding: 1));
        yield return Case("", t => new EquivariantLinear(t, t));
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
        yield return Case("", t => new MaxPooling(t, 3, 2, 1), KindsOfFields.NotPermuting);
        yield return Case("", t => new AveragePooling(t, 3, 2, 1));
        yield return Case("", t => new BinomialPooling(t));
        yield return Case("", t => new GaussianPooling(t));
        yield return Case("", t => new NormMaxPooling(t, 3, 2, 1));
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
        yield return Case("mean", t => new AdaptivePooling(t, 3));
        yield return Case("maximum", t => new AdaptivePooling(t, 3, PoolingKind.Max), KindsOfFields.NotPermuting);
        yield return Case("of other sides", t => new AdaptivePooling(t, 1, 3), t =>
            t.Group.Lattice is HexagonalLattice || Turns(t.Group) ? "1 x 3" : null);
        yield return Case("mean", t => new SpatialPooling(t));
        yield return Case("maximum", t => new SpatialPooling(t, PoolingKind.Max), KindsOfFields.NotPermuting);
        foreach (int index in new[] { 2, 3, 4, 5, 7 })
        {
            yield return Onto(index, PoolingKind.Mean, Nothing);
            yield return Onto(index, PoolingKind.Max, KindsOfFields.NotPermuting);
        }

        yield return Case("mean", t => new GroupPooling(t, PoolingKind.Mean), KindsOfFields.NotPermuting);
        yield return Case("maximum", t => new GroupPooling(t), KindsOfFields.NotPermuting);
        yield return Case("", t => new NormPooling(t));
        foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
        {
            yield return Case(
                $"{kind}", t => new CosetPooling(t, Between(t), kind),
                t => KindsOfFields.NotCosetsWithin(t, Between(t)));
        }

        yield return new(nameof(PolyphaseSampling), "and all that is left", t => Polyphase(t, 2), Nothing) { Even = true };
        yield return new(nameof(PolyphaseUpsampling), "after sampling", SampledAndBack, Nothing) { Even = true };
    }

    private static LayerCase Onto(int index, PoolingKind kind, Func<FieldType, string?> refusal) => new(
        nameof(SublatticePooling), $"index {index}, {kind}",
        t => new SublatticePooling(t, Sublattice.All.First(s => s.Index == index && s.Lattice.Equals(t.Group.Lattice)), kind), refusal)
    {
        Exists = g => Sublattice.All.Any(s => s.Index == index && s.Lattice.Equals(g.Lattice)),
    };

    /// <summary>A subgroup of middle size.</summary>
    public static Subgroup Between(FieldType type)
    {
        IReadOnlyList<Subgroup> all = Subgroup.AllOf(type.Group.PointGroup);
        return all[all.Count / 2];
    }

    /// <summary>The samples stand on a coarse image that may be shifted, which pooling over all positions does not see.</summary>
    private static EquivariantSequential Polyphase(FieldType type, int stride) =>
        new(
            new PolyphaseSampling(type, stride), new NormPooling(type),
            new SpatialPooling(FieldType.Trivial(type.Group, type.Fields.Count)));

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
        yield return Case("", t => new NormNonlinearity(t));
        yield return Case("sigmoid", t => new NormNonlinearity(t, x => x.sigmoid()));
        yield return Case("", t => new GatedNonlinearity(t));
        yield return Case("pointwise too", t => new GatedNonlinearity(t, pointwise: x => x.exp()));
        yield return Case("", t => new ConcatenatedNonlinearity(t), KindsOfFields.NotSigned);
        yield return Case("exp", t => new ConcatenatedNonlinearity(t, x => x.exp()), KindsOfFields.NotSigned);
        yield return Case("", t => new VectorFieldNonlinearity(t), t => Enumerable.Range(0, t.Group.Order).Count(t.Group.IsRotation) < 3
            ? "fewer than three rotations"
            : KindsOfFields.NotDirections(t));
        yield return Case("", t => new FourierPointwiseNonlinearity(t), KindsOfFields.NotFunctions);
        yield return Case("", t => new TensorProductNonlinearity(t, t));
    }

    private static IEnumerable<LayerCase> Normalisation()
    {
        yield return Case("in training", t => new FieldBatchNorm(t)) with { Training = true };
        yield return Case("in evaluation", t => new FieldBatchNorm(t));
        yield return Case("instance", t => FieldGroupNorm.Instance(t));
        yield return Case("layer", t => FieldGroupNorm.Layer(t));
        yield return Case("two groups", t => new FieldGroupNorm(t, 2));
        yield return Case("in evaluation", t => new FieldDropout(t));
        yield return Case("in evaluation", t => new PointwiseDropout(t), KindsOfFields.NotSigned);
    }

    private static IEnumerable<LayerCase> Sizes()
    {
        yield return Case("", t => new DiscMask(t));
        yield return Case("soft", t => new DiscMask(t, 1, 2));
        yield return Case("", t => new HexagonalMask(t, 1), t =>
            t.Group.Lattice is HexagonalLattice ? null : "acts on squares");
        foreach (UpsamplingKind kind in Enum.GetValues<UpsamplingKind>())
        {
            yield return Case($"{kind}, 2", t => new Upsampling(t, 2, kind));
            yield return Case($"{kind}, 3", t => new Upsampling(t, 3, kind));
        }
    }

    private static IEnumerable<LayerCase> Structure()
    {
        yield return Case("", t => new EquivariantIdentity(t));
        yield return Case("", t => new EquivariantSequential(new EquivariantIdentity(t), new NormPooling(t)));
        yield return Case("", t => t.Group.IsExact ? new Restriction(t, Between(t)) : new Restriction(t, t.Group.LatticeGroup));
        yield return Case("", t => new Disentangle(t));
        yield return Case("into irreps", t => new Disentangle(t, intoIrreps: true));
        yield return Case("", t => new FieldSelection(t, 1, 0, 1));
        yield return Case("", t => new Concatenation(new EquivariantIdentity(t), new NormPooling(t)));
        yield return Case("", t => new DirectSum(new EquivariantIdentity(t), new NormPooling(t)));
        yield return Case("", t => new ResidualBlock(t, t));
        yield return Case("stride 2", t => new ResidualBlock(t, t, stride: 2));
        yield return Case("stride 2", t => new PreActivationBlock(t, t, stride: 2));
        yield return Case("", t => new SqueezeExcite(t));
        yield return Case("", t => new SelfAttention(t));
        yield return Case("relative positions", t => new SelfAttention(t, reach: 1));
    }

    /// <summary>Two groups of fields hold the same.</summary>
    private static string? Uneven(FieldType type) => type.Blocks.Count == 1 ? null : $"'{type}'";

    /// <summary>Whether some element takes rows to what are no rows.</summary>
    private static bool Turns(PlaneGroup group) => group.LatticeGroup is var exact
        && (exact.Lattice is HexagonalLattice || Enumerable.Range(0, exact.Order).Any(exact.SwapsAxes));
}
