using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Pools to an output of a given size: the mean or the maximum of as many windows as asked for, on images of any size.</summary>
/// <remarks>
/// <para>
/// On an axis of <c>n</c> pixels window <c>i</c> of <c>m</c> runs from <c>⌊i n / m⌋</c> to <c>⌈(i + 1) n / m⌉</c>. Flipping the axis
/// takes these to <c>n − ⌈(i + 1) n / m⌉ = ⌊(m − 1 − i) n / m⌋</c> and <c>n − ⌊i n / m⌋ = ⌈(m − i) n / m⌉</c>, which is window
/// <c>m − 1 − i</c>: so the layer commutes with every flip at every size, and with quarter turns when it gives as many rows as columns.
/// With shifts it commutes where <c>m</c> divides <c>n</c>, by multiples of <c>n / m</c>.
/// </para>
/// <para>
/// On hexagons of radius <c>R</c> windows are hexagons of radius <c>ρ = R − s R'</c> about the cells <c>s v</c>, with the step
/// <c>s = ⌊(2R + 1) / (2R' + 1)⌋</c>; the box of a window has at least <c>s</c> cells a side, and all lie inside.
/// </para>
/// <para><b>Shapes:</b> <c>N x C x H x W -> N x C x rows x columns</c>.</para>
/// </remarks>
public sealed partial class AdaptivePooling : EquivariantModule, IGeometric
{
    /// <summary>Builds the layer for an output with as many rows as columns.</summary>
    /// <param name="type">The type of its input and output, of any representations for the mean.</param>
    /// <param name="size">The side of the output, at least 1; on hexagons <c>2R' + 1</c>.</param>
    /// <param name="kind">Mean or maximum.</param>
    /// <exception cref="ArgumentException">
    /// The kind is the maximum and a field does not permute its channels, or the size is even on hexagons.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1.</exception>
    public AdaptivePooling(FieldType type, int size, PoolingKind kind = PoolingKind.Mean)
        : this(type, size, size, kind)
    {
    }

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output, of any representations for the mean.</param>
    /// <param name="rows">The height of the output, at least 1.</param>
    /// <param name="columns">The width of the output, at least 1.</param>
    /// <param name="kind">Mean or maximum.</param>
    /// <exception cref="ArgumentException">
    /// The kind is the maximum and a field does not permute its channels, or some element of the group takes an output of this shape to
    /// one of another shape.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1.</exception>
    public AdaptivePooling(FieldType type, int rows, int columns, PoolingKind kind = PoolingKind.Mean)
        : base(nameof(AdaptivePooling), kind == PoolingKind.Max ? RequirePermutation(nameof(AdaptivePooling), type) : type, type)
    {
        RequireAtLeast(1, rows, nameof(AdaptivePooling), nameof(rows));
        RequireAtLeast(1, columns, nameof(AdaptivePooling), nameof(columns));
        RequireSymmetry(type.Group, rows, columns);
        (Rows, Columns, Kind) = (rows, columns, kind);
    }

    /// <summary>The height of the output.</summary>
    public int Rows { get; }

    /// <summary>The width of the output.</summary>
    public int Columns { get; }

    /// <summary>Mean or maximum.</summary>
    public PoolingKind Kind { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new AdaptiveGeometry(
        Rows, Columns, Kind == PoolingKind.Max ? WindowReading.Maximum : WindowReading.Mean);

    /// <summary>Pools.</summary>
    /// <param name="input">A tensor of the type.</param>
    /// <exception cref="ArgumentException">The tensor is not of the type, or a hexagon is smaller than the output.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        Tensor pooled = OnHexagons ? OverHexagons(input)
            : Kind == PoolingKind.Max ? nn.functional.adaptive_max_pool2d(input, [Rows, Columns])
            : Means(input);
        return pooled.MoveToOuterDisposeScope();
    }

    // First the sums and then one division: sums of integers stay exact.
    private Tensor Means(Tensor input)
    {
        (int Start, int Length)[] down = Windows((int)input.size(2), Rows), across = Windows((int)input.size(3), Columns);
        double[] counts = [.. from i in down from j in across select (double)(i.Length * j.Length)];
        return Sums(Sums(input, 2, down), 3, across) / tensor(counts, [Rows, Columns], input.dtype, input.device);
    }

    private static Tensor Sums(Tensor image, long axis, (int Start, int Length)[] windows) =>
        stack([.. windows.Select(window => image.narrow(axis, window.Start, window.Length).sum(axis))], axis);

    private static (int Start, int Length)[] Windows(int side, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => (Start: i * side / count, End: (((i + 1) * side) + count - 1) / count))
            .Select(window => (window.Start, window.End - window.Start)),
    ];

    private Tensor OverHexagons(Tensor input)
    {
        int radius = HexagonMask.RadiusOf(input), output = Rows / 2;
        if (radius < output)
        {
            throw new ArgumentException(
                $"{GetName()}: a hexagon of radius {radius} has no room for {Rows} x {Columns} windows. Upsample it first, or ask for " +
                "fewer.",
                nameof(input));
        }

        int step = ((2 * radius) + 1) / Rows, size = (2 * (radius - (step * output))) + 1;
        using WindowPooling pooling = Kind == PoolingKind.Max
            ? new MaxPooling(InputType, size, step)
            : new AveragePooling(InputType, size, step);
        return pooling.call(input);
    }

    private static void RequireSymmetry(PlaneGroup group, int rows, int columns)
    {
        if (group.Lattice is HexagonalLattice && (rows != columns || rows % 2 == 0))
        {
            throw new ArgumentException(
                $"{nameof(AdaptivePooling)}: the output is to be {rows} x {columns}; {group} acts on hexagons, which are stored on a " +
                "square of odd side 2 R + 1. Ask for an odd size, such as 3 for 7 cells.",
                nameof(rows));
        }

        PlaneGroup exact = group.LatticeGroup;
        if (rows != columns && Enumerable.Range(0, exact.Order).Any(exact.SwapsAxes))
        {
            throw new ArgumentException(
                $"{nameof(AdaptivePooling)}: the output is to be {rows} x {columns}; {group} has elements that exchange rows and " +
                $"columns, and they take such an output to one of {columns} x {rows}. Ask for as many rows as columns.",
                nameof(rows));
        }
    }
}
