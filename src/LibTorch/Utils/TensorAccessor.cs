using System.Collections;
using System.Runtime.InteropServices;

namespace TorchSharp.Utils;

/// <summary>Reads and writes a CPU tensor's elements from managed code, in row-major order whatever its strides.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : struct
{
    private readonly torch.Tensor tensor;

    internal TensorAccessor(torch.Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU)
        {
            throw new InvalidOperationException(
                "Reading data from non-CPU memory is not supported. Move or copy the tensor to the CPU before reading.");
        }

        if (tensor.dtype != torch.Tensor.TypeOf<T>())
        {
            throw new ArgumentException(
                $"The tensor holds {tensor.dtype}, not {torch.Tensor.TypeOf<T>()}: convert it with .to(...) first.");
        }

        this.tensor = tensor;
    }

    public long Count => tensor.NumberOfElements;

    public bool IsReadOnly => false;

    public T this[params long[] indices]
    {
        get => Element(indices);
        set => Element(indices) = value;
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        using var block = tensor.detach().DetachFromDisposeScope();
        using var contiguous = block.contiguous().DetachFromDisposeScope();
        MemoryMarshal.Cast<byte, T>(contiguous.bytes)[(int)tensorIndex..].CopyTo(array[arrayIndex..]);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0) =>
        array[arrayIndex..].CopyTo(MemoryMarshal.Cast<byte, T>(tensor.bytes)[(int)tensorIndex..]);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing is held: the tensor stays its owner's.</summary>
    public void Dispose()
    {
    }

    private ref T Element(long[] indices)
    {
        var (sizes, strides) = (tensor.shape, tensor.stride());
        if (indices.Length != sizes.Length)
        {
            throw new ArgumentException($"{indices.Length} indices into a tensor with {sizes.Length} dimensions.", nameof(indices));
        }

        long offset = 0;
        for (var i = 0; i < indices.Length; i++)
        {
            if ((ulong)indices[i] >= (ulong)sizes[i])
            {
                throw new ArgumentOutOfRangeException(nameof(indices), $"Index {indices[i]} into dimension {i}, which has size {sizes[i]}.");
            }

            offset += indices[i] * strides[i];
        }

        return ref System.Runtime.CompilerServices.Unsafe.Add(ref tensor.First<T>(), (nint)offset);
    }
}
