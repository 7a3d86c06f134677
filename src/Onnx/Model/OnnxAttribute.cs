namespace GCnn.Onnx;

/// <summary>A named constant of a node (<c>AttributeProto</c>): whole numbers, a real number, or a text. Source: [Onnx2022].</summary>
public sealed class OnnxAttribute
{
    private OnnxAttribute(string name, object value) => (Name, Value) = (name, value);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>A <see cref="long"/>, a list of them, a <see cref="float"/> or a <see cref="string"/>.</summary>
    public object Value { get; }

    /// <summary>A whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number.</param>
    public static OnnxAttribute Of(string name, long value) => new(name, value);

    /// <summary>Several whole numbers.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="values">The numbers.</param>
    public static OnnxAttribute Of(string name, IReadOnlyList<long> values) => new(name, values);

    /// <summary>A real number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number, rounded to 32 bits as the format has it.</param>
    public static OnnxAttribute Of(string name, double value) => new(name, (float)value);

    /// <summary>A text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The text.</param>
    public static OnnxAttribute Of(string name, string value) => new(name, value);

    /// <summary>Name and value.</summary>
    public override string ToString() => $"{Name} = {(Value is IReadOnlyList<long> numbers ? $"[{string.Join(", ", numbers)}]" : Value)}";
}
