namespace GCnn.Layers;

/// <summary>What is known of an image on its way through a net of plain modules.</summary>
/// <param name="Size">Its size; null for feature vectors.</param>
/// <param name="Channels">Its channels; null where they are not known.</param>
/// <param name="View">What its positions read of the net's input; null where it is not known.</param>
internal sealed record PlainState(ImageSize? Size, long? Channels, FieldOfView? View)
{
    /// <summary>The number of its positions, one for feature vectors.</summary>
    public long Positions => Size is { } size ? (long)size.Rows * size.Columns : 1;
}
