using System.Text;

namespace TorchSharp.Interop;

/// <summary>
/// One argument of an operator call. Implicit conversions let a call read like the operator's schema; whatever it
/// refers to is kept alive until the call has returned.
/// </summary>
internal readonly struct Argument
{
    private readonly Tag tag;
    private readonly long bits;
    private readonly object? reference;

    private Argument(Tag tag, long bits, object? reference = null)
    {
        this.tag = tag;
        this.bits = bits;
        this.reference = reference;
    }

    /// <summary>None: an optional argument that is left out.</summary>
    public static Argument None => default;

    /// <summary>The object that must outlive the native call.</summary>
    public object? Reference => reference;

    /// <summary>How many 8-byte words this argument needs beside its <see cref="Value"/>.</summary>
    public int Words => reference switch
    {
        long[] list => list.Length,
        double[] list => list.Length,
        bool[] list => list.Length,
        torch.Tensor?[] list => list.Length,
        string text => (Encoding.UTF8.GetMaxByteCount(text.Length) + 7) / 8,
        _ => 0,
    };

    public static implicit operator Argument(torch.Tensor? tensor) =>
        tensor is null ? default : new(Tag.Tensor, tensor.Handle, tensor);

    public static implicit operator Argument(Scalar? scalar) => scalar is null ? default : scalar.ToArgument();

    public static implicit operator Argument(long value) => new(Tag.Int, value);

    public static implicit operator Argument(long? value) => value is { } v ? new(Tag.Int, v) : default;

    public static implicit operator Argument(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(double? value) => value is { } v ? (Argument)v : default;

    public static implicit operator Argument(bool value) => new(Tag.Bool, value ? 1 : 0);

    public static implicit operator Argument(torch.ScalarType value) => new(Tag.Int, (long)value);

    public static implicit operator Argument(torch.ScalarType? value) => value is { } v ? (Argument)v : default;

    public static implicit operator Argument(long[]? list) => list is null ? default : new(Tag.IntList, 0, list);

    public static implicit operator Argument(double[]? list) => list is null ? default : new(Tag.DoubleList, 0, list);

    public static implicit operator Argument(bool[] list) => new(Tag.BoolList, 0, list);

    public static implicit operator Argument(torch.Tensor[] list) => new(Tag.TensorList, 0, list);

    public static implicit operator Argument(string? text) => text is null ? default : new(Tag.String, 0, text);

    public static implicit operator Argument(torch.Generator? generator) =>
        generator is null ? default : new(Tag.Generator, generator.Handle, generator);

    public static implicit operator Argument(torch.Device? device) =>
        device is null ? default : new(Tag.Device, (long)device.type, device);

    /// <summary>A list in which null stands for "no tensor here" (the <c>Tensor?[]</c> of <c>aten::index</c>).</summary>
    public static Argument OptionalTensors(torch.Tensor?[] list) => new(Tag.OptionalTensorList, 0, list);

    /// <summary>Writes this argument; its list, if any, goes to <paramref name="words"/>.</summary>
    public unsafe Value Pack(Span<long> words)
    {
        var value = new Value { Tag = tag, Bits = bits };
        switch (reference)
        {
            case long[] list:
                list.CopyTo(words);
                value.Count = list.Length;
                break;
            case double[] list:
                for (var i = 0; i < list.Length; i++) words[i] = BitConverter.DoubleToInt64Bits(list[i]);
                value.Count = list.Length;
                break;
            case bool[] list:
                for (var i = 0; i < list.Length; i++) words[i] = list[i] ? 1 : 0;
                value.Count = list.Length;
                break;
            case torch.Tensor?[] list:
                for (var i = 0; i < list.Length; i++) words[i] = list[i]?.Handle ?? 0;
                value.Count = list.Length;
                break;
            case string text:
                value.Count = Encoding.UTF8.GetBytes(text, System.Runtime.InteropServices.MemoryMarshal.AsBytes(words));
                break;
            case torch.Device device:
                value.Count = device.index;
                return value;
            default:
                return value;
        }

        // The words lie on the caller's stack or in its pinned array: their address holds for the call.
        fixed (long* address = words) value.Bits = (long)address;
        return value;
    }
}
