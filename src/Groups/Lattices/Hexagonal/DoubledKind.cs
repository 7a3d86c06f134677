namespace GCnn.Groups;

/// <summary>Which axis of doubled coordinates counts in half cells.</summary>
public enum DoubledKind
{
    /// <summary>Double-width: columns count half cells, for pointy tops.</summary>
    Width,

    /// <summary>Double-height: rows count half cells, for flat tops.</summary>
    Height,
}
