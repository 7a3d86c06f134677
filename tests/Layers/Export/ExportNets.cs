using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Nets as researchers build them: of equivariant layers and plain ones, ending in two logits.</summary>
internal static class ExportNets
{
    public static IReadOnlyDictionary<string, Func<nn.Module<Tensor, Tensor>>> ByName { get; } =
        new Dictionary<string, Func<nn.Module<Tensor, Tensor>>>
        {
            ["p4m, p4, p2"] = Restricted, ["p6m"] = Hexagonal, ["O(2)"] = Steerable, ["plain and equivariant"] = Mixed,
        };

    /// <summary>A net after three steps of training, in which statistics, weights and biases have moved; and images.</summary>
    public static (nn.Module<Tensor, Tensor> Net, Tensor Images) Trained(string name)
    {
        manual_seed(1);
        nn.Module<Tensor, Tensor> net = ByName[name]();
        Tensor x = randn(4, 1, 11, 11), labels = tensor([0L, 1, 0, 1]);
        x = name == "p6m" ? x.MaskToHexagon() : x;
        using optim.Optimizer optimizer = optim.AdamW(net.parameters(), 0.02);
        for (int step = 0; step < 3; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.cross_entropy(net.call(x), labels).backward();
            optimizer.step();
        }

        return (net, x);
    }

    /// <summary>Restricted in mid-net, twice.</summary>
    private static EquivariantSequential Restricted()
    {
        FieldType image = FieldType.Trivial(PlaneGroup.P4m, 1);
        (FieldType regular, var parts) = (TwoRestrictions.OfP4m, TwoRestrictions.New());
        (Restriction toP4, Disentangle apart, Restriction toP2, Disentangle apartAgain) = parts;
        (FieldType ofP4, FieldType ofP2, FieldType logits) = (parts.OfP4, parts.OfP2, TwoRestrictions.Logits);
        GroupPooling fibres = new(ofP2);
        return new(
            new Convolution(image, regular, Stencil.Square(3), padding: 1), new FieldBatchNorm(regular), PointwiseNonlinearity.ReLU(regular),
            toP4, apart, new SqueezeExcite(ofP4, 1), new ResidualBlock(ofP4, ofP4), new FieldDropout(ofP4),
            toP2, apartAgain, new Convolution(ofP2, ofP2, Stencil.Square(3), 2, 1), PointwiseNonlinearity.ReLU(ofP2),
            new SelfAttention(ofP2, 2, 1), fibres, new Convolution(fibres.OutputType, logits, Stencil.Square(1)), new SpatialPooling(logits));
    }

    private static TorchSharp.Modules.Sequential Hexagonal()
    {
        FieldType image = FieldType.Trivial(PlaneGroup.P6m, 1), few = FieldType.Regular(PlaneGroup.P6m, 1);
        FieldType many = FieldType.Regular(PlaneGroup.P6m, 2);
        GroupPooling fibres = new(many);
        EquivariantSequential features = new(
            new Convolution(image, few, Stencil.Hexagon(1), 2, 1), new FieldBatchNorm(few), PointwiseNonlinearity.ReLU(few),
            new MaxPooling(few, 3, 1, 1), new ResidualBlock(few, many, stride: 2), FieldGroupNorm.Layer(many),
            PointwiseNonlinearity.Sigmoid(many), new SqueezeExcite(many, 1), fibres, new SpatialPooling(fibres.OutputType));
        return nn.Sequential(features, nn.Linear(2, 2));
    }

    private static TorchSharp.Modules.Sequential Steerable()
    {
        PlaneGroup g = PlaneGroup.O2(1);
        FieldType image = FieldType.Trivial(g, 1), irreps = AnyLattice.Irreps(g);
        FieldType gated = FieldType.Trivial(g, irreps.Fields.Count) + irreps;
        FilterBasis filters = FilterBasis.For(g, Stencil.Square(3));
        TensorProductNonlinearity products = new(irreps, irreps, 1);
        NormPooling norms = new(irreps);
        return nn.Sequential(
            new Convolution(image, gated, filters, padding: 1), new GatedNonlinearity(irreps), new PreActivationBlock(irreps, irreps),
            new NormMaxPooling(irreps, 3, 2, 1), new Convolution(irreps, irreps + irreps, filters, padding: 1), products,
            new Convolution(products.OutputType, irreps, filters), new NormNonlinearity(irreps), norms,
            new Convolution(norms.OutputType, FieldType.Trivial(g, 2), Stencil.Square(1)), new SpatialPooling(FieldType.Trivial(g, 2)));
    }

    private static TorchSharp.Modules.Sequential Mixed()
    {
        FieldType regular = FieldType.Regular(PlaneGroup.P4, 2);
        EquivariantSequential features = new(
            new Convolution(FieldType.Trivial(PlaneGroup.P4, 3), regular, Stencil.Square(3)), PointwiseNonlinearity.ELU(regular),
            new GroupPooling(regular, PoolingKind.Mean));
        return nn.Sequential(
            nn.Sequential(nn.Conv2d(1, 3, 3, padding: 1, padding_mode: PaddingModes.Replicate), nn.BatchNorm2d(3), nn.ReLU()),
            features, nn.ConvTranspose2d(2, 4, 2, 2), nn.Conv2d(4, 4, 3, Padding.Same), nn.AdaptiveAvgPool2d([2L, 2L]),
            nn.Sequential(nn.Flatten(), nn.Dropout(), nn.Linear(16, 3, hasBias: false), nn.BatchNorm1d(3), nn.Tanh(), nn.Linear(3, 2)));
    }
}
