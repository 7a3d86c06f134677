using System.Buffers;

namespace GCnn.Augment;

/// <summary>Memory from the pool of arrays, given back when disposed. What it holds at first is anything.</summary>
internal sealed class Pooled<T>(int length) : IDisposable
    where T : unmanaged
{
    private readonly T[] _array = ArrayPool<T>.Shared.Rent(length);

    /// <summary>The memory, at least as long as was asked for.</summary>
    public Span<T> Span => _array;

    public void Dispose() => ArrayPool<T>.Shared.Return(_array);
}
