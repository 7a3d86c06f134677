namespace GCnn.Layers;

/// <summary>Which phase was kept of each image of a batch, and the size of the images: what upsampling needs to put samples back.</summary>
/// <remarks>Made by <see cref="PolyphaseSampling.Choose"/>. Equal when phases and sizes are.</remarks>
public sealed record PolyphaseChoice
{
    private readonly int[] _phases;

    internal PolyphaseChoice(int[] phases, int rows, int columns) => (_phases, Rows, Columns) = (phases, rows, columns);

    /// <summary>The number of the phase of each image. On squares phase <c>s j + i</c> begins in row <c>j</c>, column <c>i</c>.</summary>
    public IReadOnlyList<int> Phases => _phases;

    /// <summary>The height of the images.</summary>
    public int Rows { get; }

    /// <summary>The width of the images.</summary>
    public int Columns { get; }

    /// <summary>Whether both keep the same phases of images of the same size.</summary>
    /// <param name="other">The choice to compare with.</param>
    public bool Equals(PolyphaseChoice? other) =>
        other is not null && (Rows, Columns) == (other.Rows, other.Columns) && _phases.AsSpan().SequenceEqual(other._phases);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, Columns, _phases.Length, _phases.FirstOrDefault());

    /// <summary>The phases and the size.</summary>
    public override string ToString() => $"phases {string.Join(", ", _phases)} of images of {Rows} x {Columns}";
}
