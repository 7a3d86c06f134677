namespace GCnn.Augment;

/// <summary>The value of an image that a signal-to-noise ratio speaks of.</summary>
public enum SignalLevel
{
    /// <summary>The greatest value of any pixel and channel.</summary>
    Peak,

    /// <summary>The mean over all pixels and channels.</summary>
    Mean,
}
