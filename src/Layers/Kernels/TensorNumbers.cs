using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The memory of tensors, for loops of our own.</summary>
internal static class TensorNumbers
{
    /// <summary>The numbers of a contiguous tensor on the CPU, where they lie; valid as long as the tensor lives.</summary>
    /// <typeparam name="T">The type of its numbers.</typeparam>
    /// <param name="tensor">The tensor.</param>
    public static Span<T> Numbers<T>(this Tensor tensor)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(tensor.bytes);
}
