namespace GCnn.Data;

/// <summary>How a source is read. What a format has no use for is passed over.</summary>
public sealed record SourceOptions
{
    /// <summary>Nothing out of the ordinary.</summary>
    public static SourceOptions Default { get; } = new();

    /// <summary>Name of the images in HDF5 and NPZ.</summary>
    public string ImagesName { get; init; } = "images";

    /// <summary>Name of the labels in HDF5 and NPZ; they may be missing.</summary>
    public string LabelsName { get; init; } = "ans";

    /// <summary>File of the labels of an IDX file; without it, the file beside the images that has "labels" for "images" in its
    /// name.</summary>
    public string? LabelsPath { get; init; }

    /// <summary>Where the channels stand in HDF5, NPY, NPZ and IDX.</summary>
    public ChannelPlace Channels { get; init; } = ChannelPlace.Auto;

    /// <summary>What a sample is in FITS.</summary>
    public FitsLayout Fits { get; init; } = FitsLayout.Images;

    /// <summary>What is done with values that are not finite.</summary>
    public NotFiniteRule NotFinite { get; init; } = NotFiniteRule.Refuse;

    /// <summary>What takes their place under <see cref="NotFiniteRule.Replace"/>.</summary>
    public float Replacement { get; init; }

    /// <summary>Most values of one image that are read; more is refused before anything is allocated.</summary>
    public long MaximumValues { get; init; } = 1L << 26;

    /// <summary>Most bytes that a compressed file (gzip, NPZ) may unpack to in the temporary folder.</summary>
    public long MaximumUnpackedBytes { get; init; } = 1L << 32;
}
