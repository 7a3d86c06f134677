namespace GCnn.Groups;

/// <summary>A copy of an irrep inside one field of a field type.</summary>
/// <param name="Irrep">The irrep <c>σ</c>.</param>
/// <param name="Offset">The first channel of the field.</param>
/// <param name="Columns">The intertwiner <c>T</c>, <c>ρ(g) T = T σ(g)</c>, <c>Tᵀ T = 1</c>: dimension of the field x of the irrep.</param>
internal sealed record FieldCopy(Irrep Irrep, int Offset, double[] Columns)
{
    /// <summary>The copies of every irrep, by its number, in channel order. Equal representations are decomposed once.</summary>
    public static ILookup<int, FieldCopy> AllIn(FieldType type)
    {
        Dictionary<Representation, IsotypicDecomposition> found = [];
        List<FieldCopy> copies = [];
        for (int field = 0; field < type.Fields.Count; field++)
        {
            Representation representation = type.Fields[field];
            if (!found.TryGetValue(representation, out IsotypicDecomposition? decomposition))
            {
                decomposition = IsotypicDecomposition.Of(representation);
                found.Add(representation, decomposition);
            }

            int offset = type.Offset(field);
            copies.AddRange(decomposition.Blocks.Select(block => new FieldCopy(block.Irrep, offset, ColumnsOf(decomposition, block))));
        }

        return copies.ToLookup(copy => copy.Irrep.Index);
    }

    private static double[] ColumnsOf(IsotypicDecomposition decomposition, IsotypicBlock block)
    {
        (int n, int d) = (decomposition.Representation.Dimension, block.Irrep.Dimension);
        double[] columns = new double[n * d];
        for (int row = 0; row < n; row++)
        {
            decomposition.BasisEntries.Slice((row * n) + block.Offset, d).CopyTo(columns.AsSpan(row * d));
        }

        return columns;
    }
}
