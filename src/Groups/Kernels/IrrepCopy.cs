namespace GCnn.Groups;

/// <summary>One irrep inside a representation: the columns of the orthogonal change of basis that belong to it.</summary>
/// <param name="Irrep">The irrep.</param>
/// <param name="Columns">For each coordinate of the irrep the non-zero entries (row, value) of its column.</param>
internal sealed record IrrepCopy(Irrep Irrep, (int Row, double Value)[][] Columns)
{
    /// <summary>The irreps of which a representation is the direct sum.</summary>
    public static IrrepCopy[] Of(Representation representation)
    {
        if (representation is Irrep irrep)
        {
            return [new(irrep, [.. Enumerable.Range(0, irrep.Dimension).Select(i => new[] { (i, 1.0) })])];
        }

        throw new NotSupportedException(representation.Name);
    }
}
