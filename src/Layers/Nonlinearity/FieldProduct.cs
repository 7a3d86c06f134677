using GCnn.Groups;
using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Layers;

/// <summary>Neighbouring pairs of fields of the same two kinds, and the irreps that their products consist of.</summary>
internal sealed class FieldProduct
{
    private FieldProduct(Representation first, Representation second, (int Pairs, int FirstOffset, int SecondOffset) place, int? highest)
    {
        IsotypicDecomposition product = IsotypicDecomposition.Of(first.Tensor(second));
        IsotypicBlock[] kept = [.. product.Blocks.Where(block => highest is null || block.Irrep.Frequency <= highest)];
        int[] columns = [.. kept.SelectMany(block => Enumerable.Range(block.Offset, block.Irrep.Dimension))];
        Matrix<double> basis = product.Basis;
        (Pairs, FirstOffset, SecondOffset) = place;
        (FirstDimension, SecondDimension) = (first.Dimension, second.Dimension);
        Terms = [.. kept.Select(block => block.Irrep)];
        Coefficients = new DeviceConstant(
            [.. from column in columns from row in Enumerable.Range(0, basis.RowCount) select basis[row, column]],
            [columns.Length, basis.RowCount]);
    }

    /// <summary>The number of pairs.</summary>
    public int Pairs { get; }

    /// <summary>The channel at which the first factors begin.</summary>
    public int FirstOffset { get; }

    /// <summary>The channel at which the second factors begin.</summary>
    public int SecondOffset { get; }

    /// <summary>The dimension of a first factor.</summary>
    public int FirstDimension { get; }

    /// <summary>The dimension of a second factor.</summary>
    public int SecondDimension { get; }

    /// <summary>The irreps that are kept of each product, in order.</summary>
    public Irrep[] Terms { get; }

    /// <summary>The Clebsch-Gordan coefficients: a row for each coordinate of the terms, a column for each <c>e_i ⊗ e_j</c>.</summary>
    public DeviceConstant Coefficients { get; }

    /// <summary>The products of the fields of one type with those of another, field by field.</summary>
    public static FieldProduct[] Of(FieldType first, FieldType second, int? highest)
    {
        List<FieldProduct> products = [];
        for (int field = 0, pairs; field < first.Fields.Count; field += pairs)
        {
            (Representation, Representation) kind = (first.Fields[field], second.Fields[field]);
            pairs = Enumerable.Range(field, first.Fields.Count - field)
                .TakeWhile(next => (first.Fields[next], second.Fields[next]).Equals(kind)).Count();
            products.Add(new(kind.Item1, kind.Item2, (pairs, first.Offset(field), first.Channels + second.Offset(field)), highest));
        }

        return [.. products];
    }
}
