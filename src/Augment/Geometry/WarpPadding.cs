namespace GCnn.Augment;

/// <summary>What a warp finds beyond the border of its input.</summary>
public enum WarpPadding
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The nearest pixel of the border.</summary>
    Border,

    /// <summary>The image reflected at its border, the outer edge of the last pixel.</summary>
    Reflection,
}
