using System.Buffers;

namespace GCnn.Experiments.Data;

/// <summary>The pixels of some images, one after the other, in memory that is used again after <see cref="Dispose"/>.</summary>
public sealed class PixelBatch : IDisposable
{
    private readonly int _length;
    private float[]? _values;

    internal PixelBatch(int length) => (_length, _values) = (length, ArrayPool<float>.Shared.Rent(length));

    /// <summary>The pixels. Shape [images, 3, Size, Size].</summary>
    public Span<float> Values => (_values ?? throw new ObjectDisposedException(nameof(PixelBatch))).AsSpan(0, _length);

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _values, null) is { } values)
            ArrayPool<float>.Shared.Return(values);
    }
}
