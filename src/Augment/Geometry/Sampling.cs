namespace GCnn.Augment;

/// <summary>How a geometric step reads its input: between pixels, and beyond the border.</summary>
/// <param name="Interpolation">How it reads between pixels; null where it only moves whole pixels, exactly.</param>
/// <param name="Padding">What it finds beyond the border; null where it looks at nothing there.</param>
public readonly record struct Sampling(Interpolation? Interpolation, WarpPadding? Padding)
{
    /// <summary>The reading of a step that moves whole pixels and looks at nothing beyond the border.</summary>
    public static Sampling Exact => default;

    /// <summary>The one reading for two steps in one resample, or null where they disagree.</summary>
    /// <param name="other">The other step's reading.</param>
    public Sampling? Join(Sampling other) =>
        Agree(Interpolation, other.Interpolation) && Agree(Padding, other.Padding)
            ? new(Interpolation ?? other.Interpolation, Padding ?? other.Padding)
            : null;

    private static bool Agree<T>(T? one, T? other)
        where T : struct, Enum => one is null || other is null || EqualityComparer<T>.Default.Equals(one.Value, other.Value);
}
