namespace GCnn.Data;

/// <summary>What is done with an image that has values which are not finite numbers: NaN, infinities, FITS pixels marked as
/// blank.</summary>
public enum NotFiniteRule
{
    /// <summary>The sample is refused, by a <see cref="SampleException"/>.</summary>
    Refuse,

    /// <summary>Each such value is replaced by <see cref="SourceOptions.Replacement"/>.</summary>
    Replace,
}
