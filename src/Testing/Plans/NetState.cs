using GCnn.Groups;

namespace GCnn.Testing;

/// <summary>What flows between two steps of a net: the field type and the image's size.</summary>
/// <param name="Type">The field type, which gives the channels.</param>
/// <param name="Rows">The height in pixels.</param>
/// <param name="Columns">The width in pixels.</param>
public sealed record NetState(FieldType Type, int Rows, int Columns)
{
    /// <summary>The field type and the size.</summary>
    public override string ToString() => $"{Type}, {Rows} x {Columns}";
}
