using GCnn.Groups;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Experiments.Models;

/// <summary>
/// A residual net for any plane group: a lifting convolution with field batch norm and ReLU, stages of <see cref="ResidualBlock"/>s, of which
/// each stage but the first begins by halving the image, the mean over the group and over positions, and a linear classifier.
/// </summary>
/// <remarks>
/// With three stages of three blocks it has the shape of ResNet-20. A regular convolution from <c>a</c> to <c>b</c> fields has
/// <c>9 |H| a b</c> free weights, so at the parameters of the plain net, of 16, 32 and 64 channels, p4m takes <c>1 / √8</c> of its widths:
/// 6, 11 and 23 fields, 48, 88 and 184 channels, as [CohenWelling2016] chose. Every layer is exact on squares of sides <c>n = 1 mod 4</c>,
/// and on hexagons of every radius. <b>Shapes:</b> <c>N x 3 x n x n -> N x classes</c>. Source: [He2016], section 4.2; [CohenWelling2016],
/// section 8.2.
/// </remarks>
public sealed class ResidualNet : nn.Module<Tensor, Tensor>, IExportable
{
    private const int Colours = 3;
    private const int KernelSize = 3;

    private readonly EquivariantSequential features;
    private readonly TorchSharp.Modules.Linear classifier;

    /// <summary>Builds the net.</summary>
    /// <param name="group">The plane group it commutes with.</param>
    /// <param name="widths">Regular fields in each stage, at least one; <see cref="DefaultWidths"/> if null.</param>
    /// <param name="blocks">Residual blocks in each stage, at least 1.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="route">How its convolutions are computed; as convolutions do by themselves if null.</param>
    /// <param name="generator">The source of the initial weights.</param>
    /// <exception cref="ArgumentException">There is no width, or no block in a stage.</exception>
    public ResidualNet(
        PlaneGroup group, IReadOnlyList<int>? widths = null, int blocks = 3, int classes = 10, ConvolutionRoute? route = null,
        Generator? generator = null)
        : base(nameof(ResidualNet))
    {
        ArgumentNullException.ThrowIfNull(group);
        widths ??= DefaultWidths;
        if (widths.Count == 0 || blocks < 1)
        {
            throw new ArgumentException(
                $"ResidualNet: {widths.Count} widths and {blocks} blocks were given; it needs a width for each stage, and a block in it.",
                widths.Count == 0 ? nameof(widths) : nameof(blocks));
        }

        List<EquivariantModule> layers = Stem(group, widths[0], generator);
        for (int i = 0; i < widths.Count * blocks; i++)
        {
            FieldType input = layers[^1].OutputType;
            int stride = i > 0 && i % blocks == 0 ? 2 : 1;
            layers.Add(new ResidualBlock(input, FieldType.Regular(group, widths[i / blocks]), KernelSize, stride, generator));
        }

        var pooled = new GroupPooling(layers[^1].OutputType, PoolingKind.Mean);
        layers.AddRange([pooled, new SpatialPooling(pooled.OutputType)]);
        features = new EquivariantSequential([.. layers]);
        features.SetRoute(route);
        classifier = nn.Linear(widths[^1], classes);
        using (no_grad())
        {
            double bound = 1 / Math.Sqrt(widths[^1]);
            classifier.weight.uniform_(-bound, bound, generator);
            classifier.bias!.zero_();
        }

        RegisterComponents();
    }

    /// <summary>The widths at which p4m has the parameters of the plain ResNet-20: 6, 11 and 23 fields.</summary>
    public static IReadOnlyList<int> DefaultWidths { get; } = [6, 11, 23];

    /// <summary>The equivariant part, up to and including the pooling.</summary>
    public EquivariantSequential Features => features;

    /// <summary>The linear layer from pooled features to classes.</summary>
    public TorchSharp.Modules.Linear Classifier => classifier;

    /// <summary>Scores each class.</summary>
    /// <param name="input">Images on the group's lattice, <c>N x 3 x n x n</c>.</param>
    /// <returns>Logits, <c>N x classes</c>.</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return classifier.call(features.call(input)).MoveToOuterDisposeScope();
    }

    /// <summary>The plain modules of its layers, one after another.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Sequence((nameof(features), features), (nameof(classifier), classifier));
    }

    private static List<EquivariantModule> Stem(PlaneGroup group, int width, Generator? generator)
    {
        var output = FieldType.Regular(group, width);
        Stencil window = GalaxyNet.Window(group, KernelSize / 2);
        return
        [
            new Convolution(FieldType.Trivial(group, Colours), output, window, padding: KernelSize / 2, bias: false, generator: generator),
            new FieldBatchNorm(output),
            PointwiseNonlinearity.ReLU(output),
        ];
    }
}
