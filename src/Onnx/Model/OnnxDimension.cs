namespace GCnn.Onnx;

/// <summary>The length of one axis: a number, or a name that stands for any number.</summary>
/// <param name="Length">The number; 0 where it is free.</param>
/// <param name="Symbol">The name of a free length, such as <c>N</c>; null where it is fixed.</param>
public readonly record struct OnnxDimension(long Length, string? Symbol)
{
    /// <summary>The number of images of a batch, which is free.</summary>
    public static OnnxDimension Batch { get; } = new(0, "N");

    /// <summary>A fixed length.</summary>
    /// <param name="length">The length.</param>
    public static OnnxDimension Of(long length) => new(length, null);

    /// <summary>The number or the name.</summary>
    public override string ToString() => Symbol ?? $"{Length}";
}
