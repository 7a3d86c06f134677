using GCnn.Groups;

namespace GCnn.Testing;

/// <summary>What flows between two steps of a net: the field type and the image's size. Hexagons are stored on squares of odd side.</summary>
/// <param name="Type">The field type, which gives the channels.</param>
/// <param name="Rows">The height in pixels.</param>
/// <param name="Columns">The width in pixels.</param>
public sealed record NetState(FieldType Type, int Rows, int Columns)
{
    /// <summary>Whether the image is a hexagon, of radius <c>Rows / 2</c>.</summary>
    public bool IsHexagonal => Type.Group.Lattice is HexagonalLattice;

    /// <summary>Why there is no such image, in a sentence; null when there is.</summary>
    internal string? Fault => IsHexagonal && (Rows != Columns || Rows % 2 == 0)
        ? $"{Type.Group} acts on hexagons, which are stored on a square of odd side; this image is {Rows} x {Columns}."
        : null;

    /// <summary>The field type and the size.</summary>
    public override string ToString() => $"{Type}, {Rows} x {Columns}";
}
