using System.Globalization;
using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Images;

namespace GCnn.Experiments.Data.Sky;

/// <summary>The first objects of a synthetic sky as a source of images, each made when it is asked for.</summary>
internal sealed class SyntheticImages : ImageSource
{
    private const string Prefix = "synthetic:";

    private readonly SyntheticSky _sky;
    private readonly int _count;

    private SyntheticImages(string location, SyntheticSky sky, int count)
        : base(location, "synthetic") => (_sky, _count) = (sky, count);

    /// <inheritdoc/>
    public override long Count => _count;

    /// <summary>The source that a path such as <c>synthetic:1000000</c> means.</summary>
    /// <param name="path">The path.</param>
    /// <param name="seed">The seed of the sky.</param>
    /// <returns>The source, or null where the path means another.</returns>
    /// <exception cref="UsageException">It gives no number of objects.</exception>
    public static SyntheticImages? Named(string path, int seed)
    {
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        return int.TryParse(path.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? new SyntheticImages(path, new SyntheticSky((ulong)seed), count)
            : throw new UsageException($"--data {path}: a number of galaxies from 1 to {int.MaxValue} is needed, such as {Prefix}10000.");
    }

    /// <inheritdoc/>
    public override string IdOf(long index) => _sky.IdOf(Checked(index));

    /// <inheritdoc/>
    public override RgbImage ReadPicture(long index) => _sky.Picture(_sky.Draw(Checked(index)));

    /// <inheritdoc/>
    public override Planes Read(long index)
    {
        RgbImage picture = ReadPicture(index);
        int area = picture.Width * picture.Height;
        var values = new float[3 * area];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = picture.Pixels[(3 * (i % area)) + (i / area)] / 255f;
        }

        return new Planes(3, picture.Height, picture.Width, values);
    }

    private int Checked(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _count);
        return (int)index;
    }
}
