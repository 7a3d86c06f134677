using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;
using TorchSharp;

namespace GCnn.Layers.Tests;

/// <summary>
/// A net whose numbers stay integers, or fractions of powers of 2, whether its strides fit its sizes or not:
/// strides to 3, paddings, dilations, four padding modes, pooling, branches.
/// </summary>
internal sealed record IntegerNet(PlaneGroup Group, ImageSize Size, IReadOnlyList<IntegerStep> Steps)
{
    /// <summary>Nets over the 13 plane groups. Shrinks by leaving out layers.</summary>
    public static Arbitrary<IntegerNet> All => Arb.From(
        Gen.Choose(0, int.MaxValue).Select(Draw),
        net => Enumerable.Range(0, net.Steps.Count)
            .Select(left => net with { Steps = [.. net.Steps.Where((_, i) => i != left)] })
            .Where(smaller => smaller.Steps.Count > 0 && smaller.Runs()));

    public static IntegerNet Draw(int seed)
    {
        Random random = new(seed);
        PlaneGroup g = PlaneGroup.All[random.Next(PlaneGroup.All.Count)];
        bool hexagonal = g.Lattice is HexagonalLattice;
        int side = hexagonal ? (2 * random.Next(2, 8)) + 1 : random.Next(5, 24);
        ImageSize size = new(side, hexagonal || random.Next(3) == 0 ? side : random.Next(5, 24));
        IntegerNet net = new(g, size, []);
        int length = random.Next(1, 6);
        for (int attempt = 0; attempt < 50 && net.Steps.Count < length; attempt++)
        {
            IntegerStep step = Step(random, g);
            IntegerStep[] next = step.Kind == IntegerKind.Convolution ? [step, new(IntegerKind.LeakyReLU)] : [step];
            IntegerNet longer = net with { Steps = [.. net.Steps, .. next] };
            net = longer.Runs() ? longer : net;
        }

        return net.Steps.Count == 0 ? net with { Steps = [new IntegerStep(IntegerKind.LeakyReLU)] }
            : random.Next(4) == 0 ? net with { Steps = [.. net.Steps, new IntegerStep(IntegerKind.SpatialPooling)] } : net;
    }

    public EquivariantSequential Build()
    {
        List<EquivariantModule> layers = [];
        foreach (IntegerStep step in Steps)
        {
            layers.Add(step.Build(layers.Count == 0 ? FieldType.Trivial(Group, 2) : layers[^1].OutputType));
        }

        return new([.. layers]);
    }

    public override string ToString() => $"{Group} on {Size}: {string.Join("; ", Steps)}";

    /// <summary>Whether every window fits its image, every layer does something and the numbers stay exact.</summary>
    private bool Runs()
    {
        using EquivariantSequential net = Build();
        var walk = GeometryWalk.Through(net, Size);
        return walk.Fault is null && Bits() < 48 && walk.Layers.All(layer => !DoesNothing(layer.Module)
            && (layer.Axes is not var (rows, columns) || (Fits(rows) && Fits(columns))));
    }

    /// <summary>Group pooling of scalars.</summary>
    private static bool DoesNothing(EquivariantModule layer) =>
        layer is GroupPooling && layer.InputType.Fields.All(field => field is TrivialRepresentation);

    private static bool Fits(WindowAxis axis) => axis.Extent <= axis.Length && (!axis.Window.Wraps || axis.Window.Padding < axis.Length);

    /// <summary>A bound on the binary digits of all values, before and after the point.</summary>
    private double Bits() => 10 + Steps.Sum(step => step.Kind switch
    {
        IntegerKind.Convolution => 6 + Math.Log2(step.Rows * step.Columns),
        IntegerKind.Branches => 11,
        IntegerKind.AveragePooling => 2 * Math.Log2(step.Rows),
        IntegerKind.BinomialPooling => 2 * step.Rows,
        IntegerKind.LeakyReLU => 2,
        _ => 0,
    });

    private static IntegerStep Step(Random random, PlaneGroup g)
    {
        bool hexagonal = g.Lattice is HexagonalLattice, squares = Enumerable.Range(0, g.Order).Any(g.SwapsAxes);
        int kernel = hexagonal ? 1 + (2 * random.Next(2)) : random.Next(1, 5), stride = random.Next(1, 4);
        int columns = hexagonal || squares ? kernel : random.Next(1, 5), dilation = kernel == 3 && columns == 3 ? random.Next(1, 3) : 1;
        int pad = random.Next(0, (dilation * (Math.Min(kernel, columns) - 1) / 2) + 1);
        PaddingModes mode = hexagonal ? PaddingModes.Zeros
            : new[] { PaddingModes.Zeros, PaddingModes.Circular, PaddingModes.Reflect, PaddingModes.Replicate }[random.Next(4)];
        int window = Math.Max(2, kernel) + (hexagonal && kernel == 1 ? 1 : 0), windowPad = random.Next(0, (window / 2) + 1);
        return random.Next(10) switch
        {
            < 4 => new(IntegerKind.Convolution, kernel, columns, stride, pad, dilation, random.Next(8), random.Next(2) == 0, mode),
            4 => new(IntegerKind.MaxPooling, window, window, stride, windowPad),
            5 => hexagonal ? new(IntegerKind.GroupPooling) : new(IntegerKind.AveragePooling, 2, 2, stride, random.Next(2)),
            6 => new(IntegerKind.BinomialPooling, window, window, stride, windowPad),
            7 => new(IntegerKind.LeakyReLU),
            8 => new(IntegerKind.GroupPooling),
            _ => new(IntegerKind.Branches, Stride: stride, Output: random.Next(8)),
        };
    }
}
