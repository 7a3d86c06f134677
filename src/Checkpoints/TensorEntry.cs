using static TorchSharp.torch;

namespace GCnn.Checkpoints;

/// <summary>What the header of a safetensors file says of one tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="Shape">Its sizes; none for a scalar.</param>
/// <param name="Begin">Where its bytes begin, counted from the end of the header.</param>
/// <param name="End">Where they end: <c>Begin + element size x product of Shape</c>.</param>
public sealed record TensorEntry(string Name, ScalarType Type, IReadOnlyList<long> Shape, long Begin, long End)
{
    /// <summary>The number of its bytes.</summary>
    public long Bytes => End - Begin;

    /// <summary>Whether both say the same; shapes are compared size by size.</summary>
    /// <param name="other">The entry to compare with.</param>
    public bool Equals(TensorEntry? other) => other is not null && Name == other.Name && Type == other.Type
        && Shape.SequenceEqual(other.Shape) && Begin == other.Begin && End == other.End;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Type, Begin, End);

    /// <summary>Its name, type and shape, such as <c>classifier.weight F32 [3, 32]</c>.</summary>
    public override string ToString() => $"{Name} {ElementTypes.NameOf(Type)} [{string.Join(", ", Shape)}]";
}
