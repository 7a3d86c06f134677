namespace GCnn.Groups;

/// <summary>Neighbouring fields of one kind inside a field type, which a layer can treat as one tensor axis.</summary>
/// <param name="FirstField">The number of the first field.</param>
/// <param name="Fields">The number of fields.</param>
/// <param name="Offset">The first channel.</param>
/// <param name="Representation">The representation they share.</param>
public readonly record struct FieldBlock(int FirstField, int Fields, int Offset, Representation Representation)
{
    /// <summary>The number of channels, <c>Fields · Representation.Dimension</c>.</summary>
    public int Channels => Fields * Representation.Dimension;
}
