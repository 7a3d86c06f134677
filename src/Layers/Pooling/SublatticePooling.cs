using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Pools onto a sublattice: the output is an image over the sublattice, in its own basis, and each of its points is the maximum or the
/// mean of the points of the image nearest to it. It reduces by the index, such as 3 or 7, and not by the square of a stride.
/// </summary>
/// <remarks>
/// <para>
/// Distances decide which points belong to a window, and they are kept by every element that keeps the sublattice. So the layer commutes
/// with those at every size, and away from the border with the sublattice's shifts. The others are lost: the output's plane group is
/// <see cref="Sublattice.On"/>, with the representations restricted to <see cref="Sublattice.Kept"/>. Indices 3 and 4 of the hexagonal
/// and 2 and 4 of the square lattice keep every element, 7 and 5 the rotations.
/// </para>
/// <para>
/// A point that is nearest to <c>k</c> points of the sublattice counts with weight <c>1/k</c> in the mean of each: all points of
/// the image then count alike in the sum of all means. Points outside the image count as zeros in means and never win.
/// </para>
/// <para>
/// The sublattice goes through the centre of the image, which therefore is a pixel: sides are odd. The output is the largest hexagon
/// (square) of the sublattice that lies in the image, <see cref="Sublattice.LargestHexagonIn"/>; where the sublattice is turned, as for the
/// indices 2, 3, 5 and 7, that leaves out the image's corners.
/// </para>
/// <para>
/// <b>Shapes:</b> with the basis <c>(a, b)</c> and its turn hexagons of radius <c>R</c> go to <c>⌊R / |(a, b)|⌋</c>, in steps of the
/// lattice, <c>⌊R/2⌋</c> for 3 and 4, <c>⌊R/3⌋</c> for 7. Squares of side <c>2R + 1</c> go to radius <c>⌊R / (|a| + |b|)⌋</c>, <c>⌊R/2⌋</c>
/// for 2 and 4, <c>⌊R/3⌋</c> for 5; where the sublattice is not turned each side of a rectangle goes by itself. The gradient of a maximum
/// that several points attain is shared equally. Source: [Bernstein1997].
/// </para>
/// </remarks>
public sealed partial class SublatticePooling : EquivariantModule, IGeometric
{
    private readonly SublatticeWindow _window;
    private readonly DeviceConstant _shares;
    private readonly Dictionary<(int Rows, int Columns), (DeviceIndex Sources, int Rows, int Columns)> _plans = [];

    /// <summary>Builds the layer.</summary>
    /// <param name="inputType">The type of its input, of any representations for the mean.</param>
    /// <param name="sublattice">The points that remain.</param>
    /// <param name="kind">Maximum or mean.</param>
    /// <exception cref="ArgumentException">
    /// The sublattice is of another lattice, or the kind is the maximum and a field does not permute its channels.
    /// </exception>
    public SublatticePooling(FieldType inputType, Sublattice sublattice, PoolingKind kind = PoolingKind.Max)
        : base(nameof(SublatticePooling), (Checked(inputType, kind), On(inputType, sublattice)))
    {
        (Sublattice, Kind) = (sublattice, kind);
        _window = SublatticeWindow.Of(sublattice);
        _shares = new DeviceConstant([.. _window.Shares.Select(share => (double)share)], [_window.Shares.Count, 1]);
    }

    /// <summary>The points that remain.</summary>
    public Sublattice Sublattice { get; }

    /// <summary>Maximum or mean.</summary>
    public PoolingKind Kind { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new SublatticeGeometry(
        Sublattice, _window.Reach, Kind == PoolingKind.Max ? WindowReading.Maximum : WindowReading.Mean);

    /// <summary>Pools.</summary>
    /// <param name="input">A tensor of the input type.</param>
    /// <exception cref="ArgumentException">The tensor is not of the type, or on squares a side is even.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        (DeviceIndex sources, int rows, int columns) = PlanFor((int)input.size(2), (int)input.size(3));
        using var scope = NewDisposeScope();
        Tensor pixels = nn.functional.pad(input.flatten(2), [0, 1], value: Kind == PoolingKind.Max ? double.NegativeInfinity : 0);
        Tensor windows = pixels.index_select(2, sources.On(input.device))
            .reshape(input.size(0), input.size(1), _window.Points.Count, rows * columns);

        // First the sum and then one division: sums of integers stay exact.
        Tensor pooled = Kind == PoolingKind.Max
            ? windows.amax(2)
            : (windows * _shares.Like(input)).sum(2) / (_window.Unit * Sublattice.Index);
        return Masked(pooled.reshape(input.size(0), input.size(1), rows, columns)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _shares.Dispose();
            foreach ((DeviceIndex sources, _, _) in _plans.Values)
            {
                sources.Dispose();
            }

            _plans.Clear();
        }

        base.Dispose(disposing);
    }

    private static FieldType Checked(FieldType type, PoolingKind kind) =>
        kind == PoolingKind.Max ? RequirePermutation(nameof(SublatticePooling), type) : type;

    private static FieldType On(FieldType type, Sublattice sublattice)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(sublattice);
        PlaneGroup coarse = sublattice.On(type.Group);
        Subgroup kept = sublattice.Kept(type.Group);
        FieldType fields = kept.Index == 1 ? type : type.Restrict(type.Group.Subgroup(kept));
        return FieldType.Of(coarse, [.. fields.Fields]);
    }

    private (DeviceIndex Sources, int Rows, int Columns) PlanFor(int rows, int columns)
    {
        if (!_plans.TryGetValue((rows, columns), out var plan))
        {
            PixelWindows windows = Windows(Sublattice, _window, rows, columns);
            plan = (new DeviceIndex([.. windows.Sources]), windows.Rows, windows.Columns);
            _plans.Add((rows, columns), plan);
        }

        return plan;
    }

    private static PixelWindows Windows(Sublattice sublattice, SublatticeWindow window, int rows, int columns)
    {
        var fine = CentredDomain.Of(sublattice.Lattice, rows, columns, nameof(SublatticePooling));
        CentredDomain coarse = fine.LargestOn(sublattice);
        long[] sources = [.. window.Points.SelectMany(u => coarse.Places.Select(
            y => (long)(y is LatticePoint at ? fine.PlaceOf(sublattice.ToParent(at) + u) : fine.Area)))];
        double whole = window.Unit * sublattice.Index;
        return new PixelWindows(coarse.Rows, coarse.Columns, sources, [.. window.Shares.Select(share => share / whole)]);
    }
}
