namespace GCnn.Groups;

/// <summary>Which lines of cells an image in offset coordinates pushes by half a cell.</summary>
/// <remarks>
/// <code>
///    OddRows (odd-r)    EvenRows (even-r)    OddColumns (odd-q)    EvenColumns (even-q)
///     o   o   o            o   o   o           o       o                   o
///       o   o   o        o   o   o                 o                   o       o
///     o   o   o            o   o   o           o       o                   o
///       o   o   o        o   o   o                 o                   o       o
/// </code>
/// Rows are pushed in the layout with pointy tops, which is this library's: <c>q</c> to the right, <c>r</c> down and right. Columns are
/// pushed in the layout with flat tops, where the same axial coordinates have <c>r</c> down and <c>q</c> down and right: the mirror image
/// in the falling diagonal. Source: [Patel2013].
/// </remarks>
public enum OffsetKind
{
    /// <summary>odd-r: odd rows are pushed right.</summary>
    OddRows,

    /// <summary>even-r: even rows are pushed right.</summary>
    EvenRows,

    /// <summary>odd-q: odd columns are pushed down.</summary>
    OddColumns,

    /// <summary>even-q: even columns are pushed down.</summary>
    EvenColumns,
}
