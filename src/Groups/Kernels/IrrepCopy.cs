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

        IsotypicDecomposition decomposition = IsotypicDecomposition.Of(representation);
        return [.. decomposition.Blocks.Select(block => new IrrepCopy(
            block.Irrep,
            [.. Enumerable.Range(block.Offset, block.Irrep.Dimension).Select(column => Column(decomposition, column))]))];
    }

    private static (int Row, double Value)[] Column(IsotypicDecomposition decomposition, int column)
    {
        int n = decomposition.Representation.Dimension;
        List<(int, double)> entries = [];
        for (int row = 0; row < n; row++)
        {
            if (decomposition.BasisEntries[(row * n) + column] is double value and not 0)
            {
                entries.Add((row, value));
            }
        }

        return [.. entries];
    }
}
