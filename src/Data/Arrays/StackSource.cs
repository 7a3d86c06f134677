using System.Buffers;

namespace GCnn.Data;

/// <summary>Images of one size in an array; their names are their numbers.</summary>
internal abstract class StackSource(string location, string format, StackShape shape, NumberFormat numbers, SourceOptions options)
    : ImageSource(location, format)
{
    public override long Count => shape.Count;

    public override string IdOf(long index)
    {
        Require(index);
        return index.ToString();
    }

    public override Planes Read(long index)
    {
        Require(index);
        var length = shape.ImageLength * numbers.Size;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            ReadBytes(index, buffer.AsSpan(0, length));
            var values = new float[shape.ImageLength];
            numbers.ReadImage(buffer.AsSpan(0, length), values);
            return FiniteValues.Checked(shape.Arrange(values), options);
        }
        catch (Exception bad) when (bad is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new SampleException(Location, IdOf(index), bad.Message, bad);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads the bytes of one image, in the file's order.</summary>
    /// <exception cref="InvalidDataException">They are not there; a clause with the image as its subject.</exception>
    protected abstract void ReadBytes(long index, Span<byte> bytes);
}
