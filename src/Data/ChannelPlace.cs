namespace GCnn.Data;

/// <summary>Where the channels stand in an array of images of four axes.</summary>
public enum ChannelPlace
{
    /// <summary>On the shorter of the second and the last axis; on the last where they are equal.</summary>
    Auto,

    /// <summary>N x C x H x W.</summary>
    First,

    /// <summary>N x H x W x C.</summary>
    Last,
}
