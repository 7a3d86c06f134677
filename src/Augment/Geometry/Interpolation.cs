namespace GCnn.Augment;

/// <summary>How an image is read between its pixels. At a pixel's own place each gives that pixel, exactly.</summary>
public enum Interpolation
{
    /// <summary>The nearest pixel; half-way between two, the one with the even number. For masks and class maps: no new values.</summary>
    Nearest,

    /// <summary>Along each axis linearly between the two pixels around: exact on images that are linear in each coordinate.</summary>
    Bilinear,

    /// <summary>
    /// Along each axis by cubic convolution of four pixels with <c>a = −1/2</c>: of all <c>a</c> the one that is exact on quadratics, with
    /// an error that falls with the cube of the sampling distance. (−3/4, which libtorch takes, is exact on linear images only.) It may
    /// overshoot the values of the pixels. Source: [Keys1981], section III.
    /// </summary>
    Bicubic,
}
