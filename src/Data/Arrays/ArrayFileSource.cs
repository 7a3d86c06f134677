using Microsoft.Win32.SafeHandles;

namespace GCnn.Data;

/// <summary>Images in an array that stands in one piece in a file: NPY, an unpacked part of an NPZ, IDX.</summary>
internal sealed class ArrayFileSource : StackSource
{
    private readonly SafeFileHandle _file;
    private readonly ArrayFile _array;
    private readonly int _imageBytes;
    private readonly NumberTable? _labels;

    private ArrayFileSource(
        string location, string format, SafeFileHandle file, ArrayFile array, StackShape shape, SourceOptions options, NumberTable? labels)
        : base(location, format, shape, array.Numbers, options) =>
        (_file, _array, _imageBytes, _labels) = (file, array, shape.ImageLength * array.Numbers.Size, labels);

    /// <summary>Makes a source of a file, which is closed with it, or at once if it cannot be used.</summary>
    /// <param name="location">What was given by the user.</param>
    /// <param name="format">The format's name.</param>
    /// <param name="file">The file with the array.</param>
    /// <param name="read">Reads the array's header.</param>
    /// <param name="options">How images are read.</param>
    /// <param name="labels">Reads the labels of so many images; null where there are none.</param>
    /// <exception cref="InvalidDataException">It has no images, or another length; a clause with the file as its subject.</exception>
    public static ArrayFileSource Open(
        string location, string format, SafeFileHandle file, Func<SafeFileHandle, ArrayFile> read, SourceOptions options,
        Func<long, NumberTable?>? labels = null)
    {
        try
        {
            var array = read(file);
            var shape = StackShape.Of([.. array.Shape], options);
            array.Require(RandomAccess.GetLength(file));
            return new(location, format, file, array, shape, options, labels?.Invoke(shape.Count));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override NumberTable? ReadLabels() => _labels;

    protected override void ReadBytes(long index, Span<byte> bytes) =>
        ArrayFile.ReadExactly(_file, bytes, _array.Start + (index * _imageBytes));

    protected override void Dispose(bool disposing)
    {
        _file.Dispose();
        base.Dispose(disposing);
    }
}
