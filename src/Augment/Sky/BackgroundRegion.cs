namespace GCnn.Augment;

/// <summary>The pixels in which the level of the sky is looked for.</summary>
public enum BackgroundRegion
{
    /// <summary>All pixels: where the objects cover less than half of the image.</summary>
    Whole,

    /// <summary>A frame along the border: where an object fills the middle.</summary>
    Border,
}
