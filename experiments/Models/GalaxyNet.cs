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
/// </remarks>
public sealed class GalaxyNet : nn.Module<Tensor, Tensor>
{
    /// <summary>How often the image is halved.</summary>
    public const int Halvings = 4;

    /// <summary>Sizes are a multiple of this plus 1.</summary>
    public const int Step = 1 << Halvings;

    /// <summary>The radius of the lifting convolution's window: 5 x 5 pixels or 19 cells.</summary>
    internal const int LiftingRadius = 2;

    /// <summary>The radius of the other windows: 3 x 3 pixels or 7 cells.</summary>
    internal const int Radius = 1;

    private const int Colours = 3;

    // Whether max pooling follows each convolution. The second works at the resolution of the third: handedness needs it.
    private static readonly bool[] Pools = [true, false, true, true, false];

    private readonly EquivariantSequential features;
    private readonly TorchSharp.Modules.Linear classifier;

    /// <summary>Builds the net.</summary>
    /// <param name="group">The plane group it commutes with.</param>
    /// <param name="widths">Regular fields after each of the five convolutions.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="generator">The source of the initial weights.</param>
    /// <exception cref="ArgumentException">The number of widths is not that of the convolutions.</exception>
    public GalaxyNet(PlaneGroup group, IReadOnlyList<int> widths, int classes, Generator? generator = null)
        : base(nameof(GalaxyNet))
    {
        ArgumentNullException.ThrowIfNull(widths);
        if (widths.Count != Pools.Length)
        {
            throw new ArgumentException(
                $"GalaxyNet: {widths.Count} widths were given; each of the {Pools.Length} convolutions needs one.", nameof(widths));
        }

        FieldType[] types = [FieldType.Trivial(group, Colours), .. widths.Select(width => FieldType.Regular(group, width))];
        var layers = new List<EquivariantModule>();
        for (int i = 1; i < types.Length; i++)
        {
            (int radius, int stride) = i == 1 ? (LiftingRadius, 2) : (Radius, 1);
            layers.Add(new Convolution(
                types[i - 1], types[i], Window(group, radius), stride: stride, padding: radius, bias: false, generator: generator));
            layers.Add(new FieldBatchNorm(types[i]));
            layers.Add(PointwiseNonlinearity.ReLU(types[i]));
            if (Pools[i - 1])
            {
                layers.Add(new MaxPooling(types[i], kernelSize: (2 * Radius) + 1, stride: 2, padding: Radius));
            }
        }

        var pooled = new GroupPooling(types[^1], PoolingKind.Mean);
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

    /// <summary>Scores each class.</summary>
    /// <param name="input">Images on the group's lattice, <c>N x 3 x n x n</c> (<see cref="LatticeView"/>).</param>
    /// <returns>Logits, <c>N x classes</c>.</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return classifier.call(features.call(input)).MoveToOuterDisposeScope();
    }

    /// <summary>The pixels within a radius: a square, or on the hexagonal lattice a hexagon.</summary>
    internal static Stencil Window(PlaneGroup group, int radius) =>
        group.Lattice is HexagonalLattice ? Stencil.Hexagon(radius) : Stencil.Square((2 * radius) + 1);
}
