using System.Runtime.InteropServices;

namespace GCnn.Layers;

/// <summary>Working memory for one thread, aligned to whole vectors.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal sealed unsafe class Scratch<T> : IDisposable
    where T : unmanaged
{
    private const int Alignment = 64;

    private void* _memory;

    /// <summary>Takes memory for a number of numbers; what is in it is not defined.</summary>
    public Scratch(long length)
    {
        _memory = NativeMemory.AlignedAlloc((nuint)(length * sizeof(T)), Alignment);
        Length = length;
    }

    /// <summary>The numbers that there is room for.</summary>
    public long Length { get; }

    /// <summary>The first of them.</summary>
    public T* Start => (T*)_memory;

    /// <summary>The same memory, all zeros.</summary>
    public Scratch<T> Cleared()
    {
        new Span<T>(_memory, checked((int)Length)).Clear();
        return this;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}
