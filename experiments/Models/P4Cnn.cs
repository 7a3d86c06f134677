using GCnn.Groups;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Experiments.Models;

/// <summary>
/// The net of [CohenWelling2016] for rotated MNIST, for any plane group of the square lattice: seven convolutions of which all but the last
/// are followed by field batch norm and ReLU and the second by max pooling; then the maximum over the group and over positions.
/// </summary>
/// <remarks>
/// With p4 and 10 fields it is their P4CNN, of 24,680 parameters; with p1 and 20 their Z2CNN, but for dropout. Nothing is padded: on
/// 28 x 28 pixels, where every layer is exact, the images are 26, 24, 12, 10, 8, 6, 4 and 1 pixels wide. <b>Shapes:</b>
/// <c>N x 1 x H x W -> N x classes</c>. Source: [CohenWelling2016], section 8.1.
/// </remarks>
public sealed class P4Cnn : nn.Module<Tensor, Tensor>, IExportable
{
    /// <summary>The side of the images.</summary>
    public const int Size = 28;

    /// <summary>The regular fields after each convolution but the last, by default.</summary>
    public const int DefaultFields = 10;

    private const int Convolutions = 7;

    private readonly EquivariantSequential features;

    /// <summary>Builds the net.</summary>
    /// <param name="group">The plane group it commutes with, of the square lattice.</param>
    /// <param name="fields">Regular fields after each convolution but the last, which has one for each class.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="route">How its convolutions are computed; as convolutions do by themselves if null.</param>
    /// <param name="generator">The source of the initial weights.</param>
    /// <exception cref="ArgumentException">The group's lattice is not the square one.</exception>
    public P4Cnn(
        PlaneGroup group, int fields = DefaultFields, int classes = 10, ConvolutionRoute? route = null, Generator? generator = null)
        : base(nameof(P4Cnn))
    {
        ArgumentNullException.ThrowIfNull(group);
        if (group.Lattice is not SquareLattice)
        {
            throw new ArgumentException($"P4Cnn: {group} is a group of the hexagonal lattice; its windows are squares.", nameof(group));
        }

        List<EquivariantModule> layers = [];
        FieldType type = FieldType.Trivial(group, 1);
        for (int i = 0; i < Convolutions; i++)
        {
            bool last = i == Convolutions - 1;
            var output = FieldType.Regular(group, last ? classes : fields);
            layers.Add(new Convolution(type, output, Stencil.Square(last ? 4 : 3), generator: generator));
            if (!last)
            {
                layers.AddRange([new FieldBatchNorm(output), PointwiseNonlinearity.ReLU(output)]);
            }

            if (i == 1)
            {
                layers.Add(new MaxPooling(output, kernelSize: 2));
            }

            type = output;
        }

        var pooled = new GroupPooling(type);
        layers.AddRange([pooled, new SpatialPooling(pooled.OutputType, PoolingKind.Max)]);
        features = new EquivariantSequential([.. layers]);
        features.SetRoute(route);
        RegisterComponents();
    }

    /// <summary>All of its layers.</summary>
    public EquivariantSequential Features => features;

    /// <summary>Scores each class.</summary>
    /// <param name="input">Images, <c>N x 1 x H x W</c>.</param>
    /// <returns>Logits, <c>N x classes</c>.</returns>
    public override Tensor forward(Tensor input) => features.call(input);

    /// <summary>The plain modules of its layers, one after another.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Export(nameof(features), features);
    }
}
