using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;
using TorchSharp;

namespace GCnn.Layers.Tests;

/// <summary>
/// A net at random, whether its strides fit its sizes or not: layers of all kinds, every padding mode, groups of the lattice and beyond it,
/// images that are no squares.
/// </summary>
internal sealed record DrawnNet(PlaneGroup Group, ImageSize Size, IReadOnlyList<DrawnStep> Steps)
{
    private static readonly PlaneGroup[] Groups =
    [
        .. PlaneGroup.All, PlaneGroup.P4, PlaneGroup.P4m, PlaneGroup.P6, PlaneGroup.P6m, PlaneGroup.Cyclic(8), PlaneGroup.Dihedral(8),
    ];

    private static readonly DrawnKind[] Kinds =
        [.. Enum.GetValues<DrawnKind>().Where(kind => kind is not (DrawnKind.SpatialPooling or DrawnKind.Linear)), DrawnKind.Convolution];

    /// <summary>Nets over the 13 plane groups, C8 and D8. Shrinks by leaving out layers.</summary>
    /// <param name="kinds">The kinds of layers to draw from; all if none are given.</param>
    public static Arbitrary<DrawnNet> Of(params DrawnKind[] kinds) => Arb.From(
        Gen.Choose(0, int.MaxValue).Select(seed => Draw(seed, kinds)),
        net => Enumerable.Range(0, net.Steps.Count)
            .Select(left => net with { Steps = [.. net.Steps.Where((_, i) => i != left)] })
            .Where(smaller => smaller.Steps.Count > 0 && smaller.Runs()));

    /// <summary>A net of some of the kinds, of all unless stated.</summary>
    public static DrawnNet Draw(int seed, params DrawnKind[] kinds)
    {
        Random random = new(seed);
        PlaneGroup g = Groups[random.Next(Groups.Length)];
        bool hexagonal = g.Lattice is HexagonalLattice;
        int side = hexagonal ? (2 * random.Next(2, 8)) + 1 : random.Next(5, 24);
        ImageSize size = new(side, hexagonal || random.Next(3) == 0 ? side : random.Next(5, 24));
        DrawnNet net = new(g, size, []);
        int length = random.Next(1, 6);
        for (int attempt = 0; attempt < 40 && net.Steps.Count < length; attempt++)
        {
            DrawnKind[] from = kinds.Length > 0 ? kinds : Kinds;
            net = net.With(from[random.Next(from.Length)], random) ?? net;
        }

        net = random.Next(4) == 0 ? net.With(DrawnKind.SpatialPooling, random) ?? net : net;
        return net.Steps.Count > 0 ? net : net with { Steps = [new DrawnStep(DrawnKind.Nonlinearity, 0)] };
    }

    /// <summary>The net, with weights as they begin.</summary>
    public EquivariantSequential Build()
    {
        torch.manual_seed(Steps.Aggregate(1L, (seed, step) => (31 * seed) + step.Seed));
        List<EquivariantModule> layers = [];
        foreach (DrawnStep step in Steps)
        {
            layers.Add(step.Build(layers.Count == 0 ? FieldType.Trivial(Group, 2) : layers[^1].OutputType));
        }

        return new([.. layers]);
    }

    /// <summary>Group, size, and each layer with its geometry.</summary>
    public override string ToString()
    {
        using EquivariantSequential net = Build();
        return $"{Group} on {Size}: {string.Join("; ", Steps)}\n" + string.Join("\n", GeometryWalk.Through(net, Size).Layers.Select(layer =>
            $"  {layer.Title}, {layer.Module.OutputType}, {layer.Input?.Size} -> {layer.Output?.Size}, {layer.Geometry}"));
    }

    private DrawnNet? With(DrawnKind kind, Random random)
    {
        DrawnNet longer = this with { Steps = [.. Steps, new DrawnStep(kind, random.Next())] };
        return longer.Runs() ? longer : null;
    }

    /// <summary>Whether there is such a net, every window fits its image, and it gives numbers.</summary>
    private bool Runs()
    {
        try
        {
            using EquivariantSequential net = Build();
            var walk = GeometryWalk.Through(net, Size);
            return walk.Fault is null && !HasRivals(walk) && !Forgets(walk) && !Copies(walk) && walk.Layers.All(Serves)
                && walk.Output?.Size is not { Rows: > 60 } and not { Columns: > 60 } && Measured.Varies(net, Size);
        }
        catch (ArgumentException)
        {
            // No such layer on such fields, or none on images of such a size.
            return false;
        }
    }

    /// <summary>
    /// Whether a choice among numbers has rivals by construction, which rounding decides: phases of a repeated image, vectors that a
    /// spreading kernel gives equal norms. Whether, on hexagons, samples run over the edge depends on phases that are seldom chosen.
    /// </summary>
    private static bool HasRivals(GeometryWalk walk) => walk.Output is { Moving.Count: > 0 }
        || walk.Layers.Any(layer => layer is
            { Input.Moving.Count: > 0, Geometry: not (PointwiseGeometry or GlobalGeometry or PolyphaseGeometry { Upsamples: true }) })
        || walk.Layers.SkipWhile(layer => !Repeats(layer.Geometry))
            .Any(layer => layer.Geometry is WindowGeometry { Reading: WindowReading.Longest })
        || walk.Layers.SkipWhile(layer => !Repeats(layer.Geometry) && !IsMaximum(layer.Geometry) && !Silences(layer.Module))
            .Any(layer => layer.Geometry is PolyphaseGeometry { Upsamples: false });

    /// <summary>Whether the layer may give nothing but zeros.</summary>
    private static bool Silences(EquivariantModule module) => module.GetName() is "ReLU" or nameof(NormNonlinearity);

    private static bool IsMaximum(LayerGeometry? geometry) => geometry
        is WindowGeometry { Reading: WindowReading.Maximum or WindowReading.Longest }
        or SublatticeGeometry { Reading: WindowReading.Maximum };

    /// <summary>
    /// Whether there may be no waves of which a few samples break a symmetry, as a single pixel of scalars makes none, or later layers may
    /// be blind to them.
    /// </summary>
    private static bool Forgets(GeometryWalk walk) => walk.Layers
        .SkipWhile(layer => layer.Geometry is not PointwiseGeometry { ExactUnder: not null })
        .Any(layer => layer.Input?.Size == new ImageSize(1, 1) || !layer.Module.InputType.Equals(layer.Module.OutputType));

    /// <summary>
    /// Whether each pixel is spread over a window of its own, and these are pooled or strided over later: its copies are equal but for the
    /// group's action, and certificates take them for different numbers (docs/exactness.md).
    /// </summary>
    private static bool Copies(GeometryWalk walk) => walk.Layers
        .SkipWhile(layer => layer.Geometry is not TransposedWindowGeometry { Stride: > 1 } window
            || Math.Min(window.RowExtent, window.ColumnExtent) > window.Stride)
        .Skip(1).Any(layer => layer.Geometry is not (PointwiseGeometry { SeesAll: false } or WindowGeometry { Stride: 1 }));

    private static bool Repeats(LayerGeometry? geometry) => geometry
        is UpsamplingGeometry or AdaptiveGeometry or TransposedWindowGeometry or PolyphaseGeometry { Upsamples: true };

    private static bool Serves(PlacedLayer layer) => layer.Output is not null && layer.Module.OutputType.Channels <= 96
        && (layer.Axes is not var (rows, columns) || (Fits(rows) && Fits(columns)))
        && layer is not
        {
            Geometry: RelativeGeometry or PointwiseGeometry { SeesAll: true },
            Input.Size: { Rows: > 20 } or { Columns: > 20 },
        };

    private static bool Fits(WindowAxis axis) => axis.Extent <= axis.Length && (!axis.Window.Wraps || axis.Window.Padding < axis.Length);
}
