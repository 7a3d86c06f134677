namespace GCnn.Data;

/// <summary>The images of a FITS file, in their order; rows are in the file's order, the first at the top. A name is the number of the
/// header, from 0 as astropy counts, with the plane behind it where planes are samples.</summary>
internal sealed class FitsSource : ImageSource
{
    private readonly FitsFile _file;
    private readonly SourceOptions _options;
    private readonly (FitsImage Image, int Plane)[] _samples;
    private bool _closed;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">It cannot be used; a clause with the file as its subject.</exception>
    public FitsSource(string location, string path, SourceOptions options)
        : base(location, "FITS")
    {
        _options = options;
        lock (Cfitsio.Lock)
        {
            _file = FitsFile.Open(path, options);
            try
            {
                if (options.Fits == FitsLayout.Channels)
                    _file.RequireOneSize();
                _samples = options.Fits switch
                {
                    FitsLayout.Images => [.. _file.Images.Select(image => (image, 0))],
                    FitsLayout.Planes =>
                        [.. _file.Images.SelectMany(image => Enumerable.Range(0, image.Channels).Select(plane => (image, plane)))],
                    _ => [(_file.Images[0], 0)],
                };
            }
            catch
            {
                _file.Dispose();
                throw;
            }
        }
    }

    public override long Count => _samples.Length;

    public override string IdOf(long index)
    {
        Require(index);
        var (image, plane) = _samples[index];
        return _options.Fits == FitsLayout.Planes ? $"{image.Header - 1}.{plane}" : $"{image.Header - 1}";
    }

    public override Planes Read(long index)
    {
        Require(index);
        var (image, plane) = _samples[index];
        try
        {
            lock (Cfitsio.Lock)
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                return _options.Fits switch
                {
                    FitsLayout.Images => _file.Read(image),
                    FitsLayout.Planes => _file.Read(image, plane),
                    _ => _file.ReadAll(),
                };
            }
        }
        catch (InvalidDataException bad)
        {
            throw new SampleException(Location, IdOf(index), bad.Message, bad);
        }
    }

    protected override void Dispose(bool disposing)
    {
        lock (Cfitsio.Lock)
        {
            if (!_closed)
                _file.Dispose();
            _closed = true;
        }

        base.Dispose(disposing);
    }
}
