namespace GCnn.Data;

/// <summary>A FITS file open for reading [Pence2010]. The library's lock is held whenever one of its members is called, except
/// <see cref="ReadOnly"/>, which takes it.</summary>
internal sealed unsafe class FitsFile : IDisposable
{
    private const int MaximumAxes = 9;
    private readonly nint _file;
    private readonly long _length;
    private readonly SourceOptions _options;

    private FitsFile(nint file, long length, SourceOptions options) => (_file, _length, _options) = (file, length, options);

    /// <summary>The first bytes of every FITS file.</summary>
    public static ReadOnlySpan<byte> Magic => "SIMPLE  ="u8;

    /// <summary>The images of the file; headers without data, tables and arrays of one axis are passed over.</summary>
    public IReadOnlyList<FitsImage> Images { get; private set; } = [];

    /// <summary>Opens a file and looks through its headers.</summary>
    /// <exception cref="InvalidDataException">It has no images, or cannot be read; a clause with the file as its subject.</exception>
    public static FitsFile Open(string path, SourceOptions options)
    {
        Cfitsio.Require();
        RequireBeginning(path);
        FitsCards.Require(path);
        var status = 0;
        Cfitsio.OpenDiskFile(out var handle, Path.GetFullPath(path), Cfitsio.ReadOnly, ref status);
        Cfitsio.Check(status, "is a broken FITS file");
        var file = new FitsFile(handle, new FileInfo(path).Length, options);
        try
        {
            file.Images = file.FindImages();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The one sample of a file in a folder: its only image, or all its images as channels.</summary>
    /// <exception cref="InvalidDataException">It cannot be used; a clause with the file as its subject.</exception>
    public static Planes ReadOnly(string path, SourceOptions options)
    {
        lock (Cfitsio.Lock)
        {
            using var file = Open(path, options);
            if (options.Fits == FitsLayout.Channels)
                return file.ReadAll();
            return file.Images.Count == 1 && (options.Fits == FitsLayout.Images || file.Images[0].Channels == 1)
                ? file.Read(file.Images[0])
                : throw new InvalidDataException($"has {file.Images.Sum(image => image.Channels)} planes in {file.Images.Count} images; "
                    + "in a folder each FITS file is one sample: "
                    + "say FitsLayout.Channels to have all of them");
        }
    }

    /// <summary>Reads one image whole.</summary>
    public Planes Read(FitsImage image)
    {
        var values = new float[image.Channels * image.Area];
        ReadPixels(image, 0, values);
        return FiniteValues.Checked(new(image.Channels, image.Height, image.Width, values), _options);
    }

    /// <summary>Reads one plane of an image.</summary>
    public Planes Read(FitsImage image, int plane)
    {
        var values = new float[image.Area];
        ReadPixels(image, plane, values);
        return FiniteValues.Checked(new(1, image.Height, image.Width, values), _options);
    }

    /// <summary>Reads all images as the channels of one sample; they have one size.</summary>
    public Planes ReadAll()
    {
        RequireOneSize();
        var first = Images[0];
        var values = new float[Images.Sum(image => image.Channels) * first.Area];
        var at = 0;
        foreach (var image in Images)
        {
            var length = image.Channels * image.Area;
            ReadPixels(image, 0, values.AsSpan(at, length));
            at += length;
        }

        return FiniteValues.Checked(new(values.Length / first.Area, first.Height, first.Width, values), _options);
    }

    /// <summary>Refuses images that cannot be channels of one sample.</summary>
    public void RequireOneSize()
    {
        var first = Images[0];
        if (Images.FirstOrDefault(image => (image.Height, image.Width) != (first.Height, first.Width)) is { Header: > 0 } odd)
        {
            throw new InvalidDataException($"has images of {first.Height} x {first.Width} and of {odd.Height} x {odd.Width}, which "
                + "cannot be "
                + "channels of one sample");
        }

        StackShape.RequireRoom(Images.Sum(image => (long)image.Channels), first.Height, first.Width, _options);
    }

    public void Dispose()
    {
        var status = 0;
        Cfitsio.Close(_file, ref status);
    }

    /// <summary>Refuses what is no plain FITS file: a packed one cfitsio would unpack into memory, however much it becomes.</summary>
    private static void RequireBeginning(string path)
    {
        if (!Beginning.Of(path).StartsWith(Magic))
            throw new InvalidDataException($"is no FITS file: it begins with {Convert.ToHexString(Beginning.Of(path)[..4])}, where "
                + "'SIMPLE' should stand");
    }

    private List<FitsImage> FindImages()
    {
        var status = 0;
        Cfitsio.CountHeaders(_file, out var count, ref status);
        Cfitsio.Check(status, "is a broken FITS file");
        var images = new List<FitsImage>();
        for (var header = 1; header <= count; header++)
        {
            Cfitsio.GoTo(_file, header, out var kind, ref status);
            Cfitsio.Check(status, $"has a broken header {header}");
            if (kind == Cfitsio.ImageHeader && ImageAt(header) is { } image)
                images.Add(image);
        }

        RequireEnd(count);
        return images.Count > 0 ? images : throw new InvalidDataException($"has no image of two axes or more under its {count} headers");
    }

    /// <summary>Refuses what cfitsio passes over: bytes behind the last header that it could make sense of.</summary>
    private void RequireEnd(int headers)
    {
        var status = 0;
        Cfitsio.Addresses(_file, out _, out _, out var end, ref status);
        Cfitsio.Check(status, $"has a broken header {headers}");
        if (_length > end)
            throw new InvalidDataException($"has {_length - end} bytes behind the last header that can be read, number {headers}; that "
                + "is where it is damaged");
    }

    private FitsImage? ImageAt(int header)
    {
        var status = 0;
        Cfitsio.CountAxes(_file, out var count, ref status);
        Cfitsio.Check(status, $"has a broken header {header}");
        if (count is < 0 or > MaximumAxes)
            throw new InvalidDataException($"has {count} axes under header {header}; an image has 2, or 3 with its channels");
        var axes = stackalloc long[MaximumAxes];
        Cfitsio.Axes(_file, MaximumAxes, axes, ref status);
        Cfitsio.PixelType(_file, out var type, ref status);
        Cfitsio.Check(status, $"has a broken header {header}");

        // Axes of one entry at the end (a frequency, a polarisation) are a matter of form.
        while (count > 2 && axes[count - 1] == 1)
            count--;
        if (count < 2)
            return null;
        if (count > 3)
            throw new InvalidDataException($"has an array of {count} axes under header {header}; an image has 2, or 3 with its channels");
        var channels = count == 3 ? axes[2] : 1;
        if (axes[0] < 1 || axes[1] < 1 || channels < 1)
            throw new InvalidDataException($"has an image of {channels} x {axes[1]} x {axes[0]} pixels under header {header}");
        StackShape.RequireRoom(channels, axes[1], axes[0], _options);
        RequireLength(header, channels * axes[1] * axes[0]);
        return new(header, (int)channels, (int)axes[1], (int)axes[0], type == Cfitsio.Bytes);
    }

    /// <summary>Refuses an image that the file is too short for.</summary>
    private void RequireLength(int header, long pixels)
    {
        var status = 0;
        var packed = Cfitsio.IsCompressed(_file, ref status) != 0;
        Cfitsio.StoredType(_file, out var type, ref status);
        Cfitsio.Addresses(_file, out _, out var start, out _, ref status);
        Cfitsio.Check(status, $"has a broken header {header}");
        var needed = pixels * Math.Abs(type) / 8;
        var there = packed ? Unpacked.Most(_length, _options) : _length - start;
        if (needed > there)
            throw new InvalidDataException($"declares {needed} bytes of pixels under header {header}, where at most {there} can be; it "
                + "is cut short");
    }

    private void ReadPixels(FitsImage image, int plane, Span<float> values)
    {
        var status = 0;
        Cfitsio.GoTo(_file, image.Header, out _, ref status);
        Cfitsio.Check(status, $"has an image under header {image.Header} that cannot be read");
        FitsTiles.Require(_file, image, _length);
        var first = stackalloc long[MaximumAxes];
        new Span<long>(first, MaximumAxes).Fill(1);
        first[2] = plane + 1;
        var blank = float.NaN;
        fixed (float* pixels = values)
            Cfitsio.ReadPixels(_file, Cfitsio.Floats, first, values.Length, &blank, pixels, out _, ref status);
        Cfitsio.Check(status, $"has an image under header {image.Header} that cannot be read");
        if (!image.IsBytes)
            return;
        for (var i = 0; i < values.Length; i++)
            values[i] /= 255f;
    }
}
