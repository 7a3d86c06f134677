namespace GCnn.Testing;

/// <summary>What a measurement may be told beyond the function and its input.</summary>
public sealed record EquivarianceOptions
{
    /// <summary>The tolerance; null takes that of the output's element type, <see cref="Tolerance.For"/>.</summary>
    public Tolerance? Tolerance { get; init; }

    /// <summary>
    /// Accepts measurements that could not have failed: a constant output, an output that ignores the input, an input that an element
    /// leaves unchanged. Such a test passes for the wrong reason, so it is refused unless this is set.
    /// </summary>
    public bool AllowVacuous { get; init; }

    /// <summary>The seed from which the input was drawn. It is printed with every failure so that it can be replayed.</summary>
    public long? Seed { get; init; }

    /// <summary>
    /// How many output pixels at each side count as border, so that errors are told apart: what padding breaks stands there, what a stride
    /// breaks stands everywhere. Give the receptive half-width in output pixels; null takes a quarter of the shorter side.
    /// </summary>
    public int? Margin { get; init; }

    /// <summary>Keeps the error of each pixel, <see cref="ElementError.Map"/>, for <see cref="ErrorMapPicture"/>.</summary>
    public bool KeepMaps { get; init; }

    /// <summary>Equality in place of a tolerance.</summary>
    public static EquivarianceOptions Exact { get; } = new() { Tolerance = Tolerance.Exact };
}
