namespace GCnn.Data;

/// <summary>One image as numbers: planes of rows, from the top, of columns.</summary>
/// <param name="Channels">Planes, at least 1.</param>
/// <param name="Height">Rows, at least 1.</param>
/// <param name="Width">Columns, at least 1.</param>
/// <param name="Values">Shape [Channels, Height, Width]. Numbers that were unsigned bytes lie in [0, 1]; others are as they stood.</param>
public sealed record Planes(int Channels, int Height, int Width, float[] Values)
{
    /// <summary>Shape [Channels, Height, Width], row by row.</summary>
    public float[] Values { get; } = Fitting(Channels, Height, Width, Values);

    /// <summary>Whether sizes and all values are the same; a value that is not a number equals itself.</summary>
    public bool Equals(Planes? other) => other is not null
        && (Channels, Height, Width) == (other.Channels, other.Height, other.Width) && Values.AsSpan().SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add((Channels, Height, Width));
        foreach (var value in Values)
            hash.Add(value);
        return hash.ToHashCode();
    }

    private static float[] Fitting(int channels, int height, int width, float[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (channels < 1 || height < 1 || width < 1 || (long)channels * height * width != values.Length)
        {
            throw new ArgumentException(
                $"Planes: {values.Length} values given for {channels} x {height} x {width}; sizes are at least 1 and each place needs "
                    + "one value.",
                nameof(values));
        }

        return values;
    }
}
