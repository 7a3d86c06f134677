using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The kinds of a <see cref="Value"/>, as in native/abi.h.</summary>
internal enum Tag
{
    None,
    Tensor,
    Int,
    Double,
    Bool,
    IntList,
    DoubleList,
    BoolList,
    TensorList,
    OptionalTensorList,
    String,
    Generator,
    Device,
}

/// <summary>One argument or result as it crosses the C ABI: lists are <see cref="Count"/> entries at <see cref="Bits"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Value
{
    public Tag Tag;
    public int Count;
    public long Bits;

    public readonly double AsDouble => BitConverter.Int64BitsToDouble(Bits);
}
