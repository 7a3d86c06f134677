namespace GCnn.Data;

/// <summary>What a sample is in a FITS file.</summary>
public enum FitsLayout
{
    /// <summary>Each image, in the first header and in the extensions, is a sample; the planes of a cube are its channels.</summary>
    Images,

    /// <summary>All images of the file are one sample, their planes its channels in the file's order; they must have one size.</summary>
    Channels,

    /// <summary>Each plane of each image is a sample of one channel.</summary>
    Planes,
}
