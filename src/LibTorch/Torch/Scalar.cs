using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A number of any type, as an operator takes it.</summary>
public sealed class Scalar : IDisposable
{
    private readonly object value;

    private Scalar(object value, torch.ScalarType type)
    {
        this.value = value;
        Type = type;
    }

    public torch.ScalarType Type { get; }

    public static implicit operator Scalar(byte value) => new((long)value, torch.ScalarType.Byte);

    public static implicit operator Scalar(sbyte value) => new((long)value, torch.ScalarType.Int8);

    public static implicit operator Scalar(short value) => new((long)value, torch.ScalarType.Int16);

    public static implicit operator Scalar(int value) => new((long)value, torch.ScalarType.Int32);

    public static implicit operator Scalar(long value) => new(value, torch.ScalarType.Int64);

    public static implicit operator Scalar(float value) => new((double)value, torch.ScalarType.Float32);

    public static implicit operator Scalar(double value) => new(value, torch.ScalarType.Float64);

    public static implicit operator Scalar(bool value) => new(value, torch.ScalarType.Bool);

    /// <summary>Nothing is held: kept because TorchSharp's is disposable.</summary>
    public void Dispose()
    {
    }

    internal Argument ToArgument() => value switch
    {
        long integer => integer,
        bool truth => truth,
        _ => (double)value,
    };

    internal double AsDouble() => Convert.ToDouble(value);

    internal long AsInt64() => Convert.ToInt64(value);
}

public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this double value) => value;

    public static Scalar ToScalar(this float value) => value;

    public static Scalar ToScalar(this long value) => value;

    public static Scalar ToScalar(this int value) => value;

    public static Scalar ToScalar(this bool value) => value;

    public static double ToDouble(this Scalar value) => value.AsDouble();

    public static float ToSingle(this Scalar value) => (float)value.AsDouble();

    public static long ToInt64(this Scalar value) => value.AsInt64();

    public static int ToInt32(this Scalar value) => (int)value.AsInt64();

    public static bool ToBoolean(this Scalar value) => value.AsInt64() != 0;
}
