namespace GCnn.Data;

/// <summary>Images in an HDF5 file, as Galaxy10 has them: one dataset of images, one of labels. Each is read by itself, as a hyperslab.
/// </summary>
internal sealed class Hdf5Source : ImageSource
{
    private readonly Hdf5File _file;
    private readonly Hdf5Dataset _images;
    private readonly StackShape _shape;
    private readonly SourceOptions _options;
    private readonly NumberTable? _labels;
    private bool _closed;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">It cannot be used; a clause with the file as its subject.</exception>
    public Hdf5Source(string location, string path, SourceOptions options)
        : base(location, "HDF5")
    {
        _options = options;
        lock (Hdf5.Lock)
        {
            Hdf5.Require();
            _file = Hdf5File.Open(path);
            try
            {
                var length = new FileInfo(path).Length;
                _images = _file.Find(options.ImagesName, length) ?? throw new InvalidDataException(
                    $"has no dataset '{options.ImagesName}' ({_file.Names()}); say which holds the images (SourceOptions.ImagesName)");
                _shape = StackShape.Of([.. _images.Axes], options);
                using var labels = _file.Find(options.LabelsName, length);
                _labels = labels is null ? null : ReadTable(labels);
            }
            catch
            {
                _images?.Dispose();
                _file.Dispose();
                throw;
            }
        }
    }

    public override long Count => _shape.Count;

    public override string IdOf(long index)
    {
        Require(index);
        return index.ToString();
    }

    public override NumberTable? ReadLabels() => _labels;

    public override Planes Read(long index)
    {
        Require(index);
        try
        {
            var values = new float[_shape.ImageLength];
            if (_images.Kind == NumberKind.UInt8)
                ReadBytes(index, values);
            else
                ReadOne(index, "H5T_NATIVE_FLOAT", values.AsSpan());
            return FiniteValues.Checked(_shape.Arrange(values), _options);
        }
        catch (InvalidDataException bad)
        {
            throw new SampleException(Location, IdOf(index), bad.Message, bad);
        }
    }

    protected override void Dispose(bool disposing)
    {
        lock (Hdf5.Lock)
        {
            if (!_closed)
            {
                _images.Dispose();
                _file.Dispose();
            }

            _closed = true;
        }

        base.Dispose(disposing);
    }

    private void ReadBytes(long index, float[] values)
    {
        var bytes = new byte[values.Length];
        ReadOne(index, "H5T_NATIVE_UINT8", bytes.AsSpan());
        new NumberFormat(NumberKind.UInt8, BigEndian: false).ReadImage(bytes, values);
    }

    private void ReadOne<T>(long index, string type, Span<T> buffer)
        where T : unmanaged
    {
        lock (Hdf5.Lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _images.Read(index, 1, _images.Axes.Count == 2, type, buffer);
        }
    }

    private NumberTable ReadTable(Hdf5Dataset labels)
    {
        var array = new ArrayFile(labels.Axes, new(NumberKind.Float64, BigEndian: !BitConverter.IsLittleEndian), 0);
        array.RequireRows(_shape.Count);
        var values = new double[array.Length / sizeof(double)];
        labels.Read(0, _shape.Count, wholeAxis: true, "H5T_NATIVE_DOUBLE", values.AsSpan());
        return new((int)_shape.Count, values.Length / (int)_shape.Count, values);
    }
}
