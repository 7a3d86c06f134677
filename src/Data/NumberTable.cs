namespace GCnn.Data;

/// <summary>Numbers that a source carries for its samples: a class each (<paramref name="Width"/> 1), or a vector.</summary>
/// <param name="Count">Rows, one a sample.</param>
/// <param name="Width">Numbers of a row.</param>
/// <param name="Values">Shape [Count, Width].</param>
public sealed record NumberTable(int Count, int Width, double[] Values)
{
    /// <summary>The numbers of one sample.</summary>
    public ReadOnlySpan<double> Row(int index) => Values.AsSpan(index * Width, Width);

    /// <summary>Whether sizes and all values are the same.</summary>
    public bool Equals(NumberTable? other) => other is not null
        && (Count, Width) == (other.Count, other.Width) && Values.AsSpan().SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Width, Values.Length > 0 ? Values[0] : 0);
}
