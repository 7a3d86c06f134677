namespace GCnn.Data;

/// <summary>A stack of images of one size in an array.</summary>
internal readonly record struct StackShape(long Count, int Channels, int Height, int Width, bool ChannelsLast)
{
    /// <summary>Numbers of one image.</summary>
    public int ImageLength => Channels * Height * Width;

    /// <summary>The stack that an array is: of 2 axes one image, of 3 images of one channel, of 4 images of several.</summary>
    /// <exception cref="InvalidDataException">It is none, or its images are too large; a clause with the array as its subject.</exception>
    public static StackShape Of(ReadOnlySpan<long> axes, SourceOptions options)
    {
        var text = $"({string.Join(", ", axes.ToArray())})";
        if (axes.Length is < 2 or > 4)
            throw new InvalidDataException($"has the shape {text}; images have 2 axes (one image), 3 (N x H x W) or 4 (with channels)");
        if (axes.ContainsAnyExceptInRange(1, long.MaxValue))
            throw new InvalidDataException($"has no images: its shape is {text}");
        var last = options.Channels switch
        {
            ChannelPlace.First => false,
            ChannelPlace.Last => true,
            _ => axes.Length < 4 || axes[3] <= axes[1],
        };
        var (channels, height, width) = (axes.Length, last) switch
        {
            (4, true) => (axes[3], axes[1], axes[2]),
            (4, false) => (axes[1], axes[2], axes[3]),
            _ => (1, axes[^2], axes[^1]),
        };
        RequireRoom(channels, height, width, options);
        return new(axes.Length == 2 ? 1 : axes[0], (int)channels, (int)height, (int)width, last);
    }

    /// <summary>Refuses an image that has more values than may be read.</summary>
    public static void RequireRoom(long channels, long height, long width, SourceOptions options)
    {
        var most = Math.Min(options.MaximumValues, Array.MaxLength / sizeof(double));
        if ((Int128)channels * height * width > most)
        {
            throw new InvalidDataException($"declares images of {channels} x {height} x {width} values; at most {most} in all are read "
                + "(SourceOptions.MaximumValues)");
        }
    }

    /// <summary>Puts the numbers of one image, in the file's order, into planes.</summary>
    public Planes Arrange(float[] values)
    {
        if (!ChannelsLast || Channels == 1)
            return new(Channels, Height, Width, values);
        var area = Height * Width;
        var planes = new float[values.Length];
        for (var channel = 0; channel < Channels; channel++)
        {
            var plane = planes.AsSpan(channel * area, area);
            for (int i = 0, from = channel; i < plane.Length; i++, from += Channels)
                plane[i] = values[from];
        }

        return new(Channels, Height, Width, planes);
    }
}
