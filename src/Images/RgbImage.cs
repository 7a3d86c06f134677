namespace GCnn.Images;

/// <summary>An 8-bit colour image that never changes: row by row from the top, each pixel red, green, blue.</summary>
public sealed class RgbImage
{
    private readonly byte[] _pixels;

    private RgbImage(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        (Width, Height) = (width, height);
        _pixels = new byte[checked(3 * width * height)];
    }

    /// <summary>Copies pixels in.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels"><c>3 * width * height</c> bytes, row by row, each pixel red, green, blue.</param>
    /// <exception cref="ArgumentException">The number of bytes is not that of the size.</exception>
    public RgbImage(int width, int height, ReadOnlySpan<byte> pixels)
        : this(width, height)
    {
        if (pixels.Length != _pixels.Length)
            throw new ArgumentException($"RgbImage: {pixels.Length} bytes given; {width}x{height} pixels need {_pixels.Length}.", nameof(pixels));
        pixels.CopyTo(_pixels);
    }

    /// <summary>Fills the pixels of a new image; they may be written during the call only.</summary>
    /// <typeparam name="TState">What the filler needs.</typeparam>
    public delegate void Filler<in TState>(Span<byte> pixels, int width, TState state);

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>The bytes, row by row from the top, each pixel red, green, blue.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>Makes an image in place, without a second copy of its pixels.</summary>
    /// <typeparam name="TState">What the filler needs.</typeparam>
    public static RgbImage Create<TState>(int width, int height, TState state, Filler<TState> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        var image = new RgbImage(width, height);
        fill(image._pixels, width, state);
        return image;
    }

    /// <summary>Turns float planes (red, green, blue; each <c>size * size</c>, values in [0, 1], others clipped) back into 8 bits.</summary>
    /// <exception cref="ArgumentException">The number of values is not that of the size.</exception>
    public static RgbImage FromPlanes(ReadOnlySpan<float> planes, int size)
    {
        var area = size * size;
        if (planes.Length != 3 * area)
            throw new ArgumentException($"RgbImage: {planes.Length} values given; 3 planes of {size}x{size} need {3 * area}.", nameof(planes));
        var image = new RgbImage(size, size);
        for (var i = 0; i < planes.Length; i++)
            image._pixels[(3 * (i % area)) + (i / area)] = (byte)Math.Round(255 * Math.Clamp(planes[i], 0f, 1f));
        return image;
    }
}
