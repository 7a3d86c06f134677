using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>What is known of an image on its way through a net.</summary>
/// <param name="Size">Its size; null for feature vectors, which have no positions.</param>
/// <param name="Period">The product of all strides so far.</param>
/// <param name="Shifts">The shifts of the net's input that are shifts here; null where there are none.</param>
/// <param name="Elements">For each point element of the image's plane group the element of the input's that it is.</param>
internal sealed record WalkState(ImageSize? Size, int Period, ShiftSymmetry? Shifts, IReadOnlyList<int> Elements)
{
    /// <summary>Those of the shifts for which no polyphase sampling may have added a shift of its own.</summary>
    public ShiftSymmetry? OwnShifts { get; init; } = Shifts;

    /// <summary>The number of polyphase samplings by each of which the image may still be shifted.</summary>
    public int Drift { get; init; }

    /// <summary>The sizes before the polyphase samplings that no upsampling has taken back, the last one first.</summary>
    public IReadOnlyList<ImageSize> Sampled { get; init; } = [];

    /// <summary>The elements of the input's group that, on hexagons, polyphase sampling lets shift the image.</summary>
    public IReadOnlyList<int> Moving { get; init; } = [];

    /// <summary>The elements of the input's group that something else than the windows along both axes has broken.</summary>
    public IReadOnlyList<int> Broken { get; init; } = [];

    /// <summary>What the rows are made of, from top to bottom; null where nobody asked or the image is a hexagon.</summary>
    public AxisTrace? Rows { get; init; }

    /// <summary>What the columns are made of, from left to right.</summary>
    public AxisTrace? Columns { get; init; }

    /// <summary>What its positions read of the net's input; null where nobody asked or it is not known.</summary>
    public FieldOfView? View { get; init; }

    /// <summary>The image before the first layer.</summary>
    public static WalkState First(PlaneGroup group, ImageSize? size) =>
        new(size, 1, ShiftSymmetry.All(group.Lattice), [.. Enumerable.Range(0, group.Order)]);

    /// <summary>Elements of the image's group that the layers so far commute with.</summary>
    /// <param name="group">The image's plane group.</param>
    public IEnumerable<int> Commuting(PlaneGroup group)
    {
        (bool rows, bool columns) = (Rows?.IsReversible ?? true, Columns?.IsReversible ?? true);
        return group.ElementsOf(group.LatticeGroup).Where(h => !Broken.Contains(Elements[h])
            && ((rows && columns) || PointElements.Commutes(group.Matrix(h), rows, columns)));
    }

    /// <summary>The state with what both axes are made of followed from the image's own pixels.</summary>
    /// <param name="axes">Which axes to follow.</param>
    public WalkState TracedAnew(TracedAxes axes = TracedAxes.Both) => Size is { } size
        ? this with
        {
            Rows = axes.HasFlag(TracedAxes.Rows) ? AxisTrace.OfPixels(size.Rows) : null,
            Columns = axes.HasFlag(TracedAxes.Columns) ? AxisTrace.OfPixels(size.Columns) : null,
        }
        : this;

    /// <summary>The state with other terms along both axes.</summary>
    public WalkState Traced(Func<AxisTrace, AxisTrace> rows, Func<AxisTrace, AxisTrace> columns) => Rows is null && Columns is null
        ? this
        : this with { Rows = Rows is null ? null : rows(Rows), Columns = Columns is null ? null : columns(Columns) };

    /// <summary>The state with other terms along both axes.</summary>
    public WalkState Traced(Func<AxisTrace, AxisTrace> both) => Traced(both, both);

    /// <summary>The state in which more elements are broken.</summary>
    public WalkState Without(IEnumerable<int> elements) => this with { Broken = [.. Broken.Union(elements)] };
}
