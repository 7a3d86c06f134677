using GCnn.Images;

namespace GCnn.Data;

/// <summary>Pictures in a folder, in a zip, or one by itself. Which files are pictures is told from the end of their names, what they are
/// from their content; a name is the path below the top. In a folder, a FITS file is a sample as well.</summary>
internal sealed class PictureSource : ImageSource
{
    private static readonly string[] PictureEndings = [".jpg", ".jpeg", ".png"];
    private static readonly string[] FitsEndings = [".fits", ".fit", ".fts", ".fz"];

    private readonly FileTree _files;
    private readonly string[] _names;
    private readonly SourceOptions _options;

    /// <summary>Lists the pictures; the source owns the files from then on.</summary>
    /// <exception cref="InvalidDataException">There is none; a clause with the place as its subject.</exception>
    public PictureSource(FileTree files, string format, SourceOptions options)
        : base(files.Location, format)
    {
        try
        {
            (_files, _options) = (files, options);
            _names = [.. files.Names().Where(name => files is SingleFile || Ends(name, PictureEndings) || Ends(name, FitsEndings))];
            if (_names.Length == 0)
                throw new InvalidDataException($"has no file that ends in {string.Join(", ", PictureEndings)} or "
                    + $"{string.Join(", ", FitsEndings)}");
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    public override long Count => _names.Length;

    public override string IdOf(long index)
    {
        Require(index);
        return _names[index];
    }

    public override Planes Read(long index) => Guarded(
        index, name => Ends(name, FitsEndings) ? ReadFits(name) : PlanesOf(Decode(name)));

    public override RgbImage? ReadPicture(long index) => Guarded(index, name => Ends(name, FitsEndings) ? null : Decode(name));

    protected override void Dispose(bool disposing)
    {
        _files.Dispose();
        base.Dispose(disposing);
    }

    private static bool Ends(string name, string[] endings) =>
        Array.Exists(endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name itself. No entry is ever written to where its name says, but one that climbs out comes from nobody
    /// honest.</summary>
    private static string Safe(string name) => ArchivePath.Leaves(name)
        ? throw new InvalidDataException("has a path that is absolute or climbs out of the data")
        : name;

    private Planes ReadFits(string name) => _files.PathOf(name) is { } path
        ? FitsFile.ReadOnly(path, _options)
        : throw new InvalidDataException("is FITS, which is not read inside a zip; unpack it and give the folder");

    private RgbImage Decode(string name)
    {
        var file = _files.Read(Safe(name));
        var (width, height) = ImageCodec.SizeOf(file);
        StackShape.RequireRoom(3, height, width, _options);
        return ImageCodec.Decode(file);
    }

    private T Guarded<T>(long index, Func<string, T> read)
    {
        var name = IdOf(index);
        try
        {
            return read(name);
        }
        catch (Exception bad) when (bad is ImageException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new SampleException(Location, name, bad.Message, bad);
        }
        catch (DllNotFoundException missing)
        {
            throw new DataException(missing.Message, missing);
        }
    }

    private static Planes PlanesOf(RgbImage image)
    {
        var pixels = image.Pixels;
        var area = image.Width * image.Height;
        var values = new float[3 * area];
        var red = values.AsSpan(0, area);
        var green = values.AsSpan(area, area);
        var blue = values.AsSpan(2 * area, area);
        for (int i = 0, at = 0; i < area; i++, at += 3)
        {
            red[i] = pixels[at] / 255f;
            green[i] = pixels[at + 1] / 255f;
            blue[i] = pixels[at + 2] / 255f;
        }

        return new(3, image.Height, image.Width, values);
    }
}
