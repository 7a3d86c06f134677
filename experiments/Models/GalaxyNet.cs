using GCnn.Groups;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Experiments.Models;

/// <summary>
/// The net of the galaxy experiment, for any plane group: a lifting convolution of stride 2 and four group convolutions, each followed by
/// field batch norm and ReLU and all but the second and the last by max pooling; then pooling over the group and over positions, and a
/// linear classifier.
/// </summary>
/// <remarks>
/// With p1 it is an ordinary CNN. Up to the classifier every layer commutes with the group on squares of sides <c>n = 1 mod 16</c> and on
/// hexagons of every radius, and pooling then makes the answer invariant. Four layers halve the image: <c>n -> (n − 1) / 2 + 1</c>, or
/// <c>R -> ⌊R / 2⌋</c>. Windows are squares of <c>2ρ + 1</c> pixels a side or, over the hexagonal lattice, hexagons of radius <c>ρ</c>.
/// With a chain of groups the last convolutions are those of the smaller ones: before each of them the fields are restricted, and split
/// into regular fields of the smaller group, <c>|H| / |H'|</c> for one. The answer is then invariant under the last.
/// </remarks>
public sealed class GalaxyNet : nn.Module<Tensor, Tensor>, IExportable
{
    /// <summary>How often the image is halved.</summary>
    public const int Halvings = 4;

    /// <summary>Sizes are a multiple of this plus 1.</summary>
    public const int Step = 1 << Halvings;

    /// <summary>How many convolutions there are.</summary>
    public const int Convolutions = 5;

    /// <summary>The radius of the lifting convolution's window: 5 x 5 pixels or 19 cells.</summary>
    internal const int LiftingRadius = 2;

    /// <summary>The radius of the other windows: 3 x 3 pixels or 7 cells.</summary>
    internal const int Radius = 1;

    private const int Colours = 3;

    // Whether max pooling follows each of the convolutions. The second works at the resolution of the third: handedness needs it.
    private static readonly bool[] Pools = [true, false, true, true, false];

    private readonly EquivariantSequential features;
    private readonly TorchSharp.Modules.Linear classifier;

    /// <summary>Builds the net.</summary>
    /// <param name="groups">The plane group it commutes with, or a chain of them, at most as many as convolutions.</param>
    /// <param name="widths">Regular fields after each of the five convolutions.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="generator">The source of the initial weights.</param>
    /// <exception cref="ArgumentException">The number of widths is not that of the convolutions, or the chain is longer.</exception>
    public GalaxyNet(GroupChain groups, IReadOnlyList<int> widths, int classes, Generator? generator = null)
        : base(nameof(GalaxyNet))
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(widths);
        if (widths.Count != Convolutions)
        {
            throw new ArgumentException(
                $"GalaxyNet: {widths.Count} widths were given; each of the {Convolutions} convolutions needs one.", nameof(widths));
        }

        List<EquivariantModule> layers = [];
        FieldType type = FieldType.Trivial(groups.First, Colours);
        for (int i = 0; i < Convolutions; i++)
        {
            type = Restrict(layers, type, groups.At(i, Convolutions));
            type = Convolve(layers, i, type, widths[i], generator);
        }

        var pooled = new GroupPooling(type, PoolingKind.Mean);
        layers.AddRange([pooled, new SpatialPooling(pooled.OutputType)]);
        features = new EquivariantSequential([.. layers]);
        classifier = nn.Linear(widths[^1], classes);
        using (no_grad())
        {
            double bound = 1 / Math.Sqrt(widths[^1]);
            classifier.weight.uniform_(-bound, bound, generator);
            classifier.bias!.zero_();
        }

        RegisterComponents();
    }

    /// <summary>The equivariant part, up to and including the pooling.</summary>
    public EquivariantSequential Features => features;

    /// <summary>The linear layer from pooled features to classes.</summary>
    public TorchSharp.Modules.Linear Classifier => classifier;

    /// <summary>Scores each class.</summary>
    /// <param name="input">Images on the group's lattice, <c>N x 3 x n x n</c> (<see cref="LatticeView"/>).</param>
    /// <returns>Logits, <c>N x classes</c>.</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return classifier.call(features.call(input)).MoveToOuterDisposeScope();
    }

    private static FieldType Restrict(List<EquivariantModule> layers, FieldType type, PlaneGroup group)
    {
        if (group.Equals(type.Group))
        {
            return type;
        }

        var restriction = new Restriction(type, group);
        layers.AddRange([restriction, new Disentangle(restriction.OutputType)]);
        return layers[^1].OutputType;
    }

    private static FieldType Convolve(List<EquivariantModule> layers, int number, FieldType input, int width, Generator? generator)
    {
        var output = FieldType.Regular(input.Group, width);
        (int radius, int stride) = number == 0 ? (LiftingRadius, 2) : (Radius, 1);
        Stencil window = Window(input.Group, radius);
        layers.AddRange([
            new Convolution(input, output, window, stride: stride, padding: radius, bias: false, generator: generator),
            new FieldBatchNorm(output),
            PointwiseNonlinearity.ReLU(output),
        ]);
        if (Pools[number])
        {
            layers.Add(new MaxPooling(output, kernelSize: (2 * Radius) + 1, stride: 2, padding: Radius));
        }

        return output;
    }

    /// <summary>The plain modules of its layers, one after another.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Sequence((nameof(features), features), (nameof(classifier), classifier));
    }

    /// <summary>Whether max pooling follows a convolution.</summary>
    internal static bool IsPooled(int convolution) => Pools[convolution];

    /// <summary>The pixels within a radius: a square, or on the hexagonal lattice a hexagon.</summary>
    internal static Stencil Window(PlaneGroup group, int radius) =>
        group.Lattice is HexagonalLattice ? Stencil.Hexagon(radius) : Stencil.Square((2 * radius) + 1);
}
