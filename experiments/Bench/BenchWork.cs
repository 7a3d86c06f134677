namespace GCnn.Experiments.Bench;

/// <summary>The names of what can be measured, as tables, JSON and the peers' scripts have them.</summary>
internal static class BenchWork
{
    /// <summary>A 3 x 3 convolution between regular fields of the square lattice's own group, padded to keep the size.</summary>
    public const string Pixels = "conv 3x3";

    /// <summary>A 5 x 5 convolution between regular fields on circular harmonics, padded likewise.</summary>
    public const string Steerable = "conv 5x5 steerable";

    /// <summary>A seven-tap convolution between regular fields of the hexagonal lattice's own group.</summary>
    public const string Hexagon = "conv hexagon";

    /// <summary>The net of <see cref="Models.ResidualNet"/>, in the shape of ResNet-20.</summary>
    public const string Residual = "residual net";

    /// <summary>The net of <see cref="Models.P4Cnn"/>.</summary>
    public const string P4Cnn = "P4CNN";

    /// <summary>Rotation, scale and shift in one resampling.</summary>
    public const string Warp = "augment warp";

    /// <summary>An element of the group, exactly.</summary>
    public const string PointElement = "augment element";

    /// <summary>Both, brightness and contrast, and noise.</summary>
    public const string WholePipeline = "augment pipeline";

    /// <summary>Rotation, scale, shift and flip in one resampling, brightness, contrast and saturation, as torchvision does.</summary>
    public const string Colour = "augment colour";

    /// <summary>Reading JPEGs of the size, as the loader does before anything else.</summary>
    public const string Decode = "decode JPEG";
}
