using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The products of pairs of fields, decomposed into irreps: <c>y = Qᵀ (x_f ⊗ z_f)</c> with the Clebsch-Gordan coefficients <c>Q</c> of
/// their representations. It is bilinear and has no weights.
/// </summary>
/// <remarks>
/// The input holds the first factors, then as many second ones: the convolution in front makes both. <c>ρ ⊗ σ</c> is a representation, and
/// <c>Qᵀ (ρ ⊗ σ)(g) Q</c> consists of the irreps' own matrices, so the layer is exact for every element and every representation. With a
/// trivial first factor it is a gate. On SO(2) and O(2) terms above the band's limit are dropped.
/// <b>Shapes:</b> <c>N x (C1 + C2) x H x W -> N x C' x H x W</c>. Source: [Thomas2018]; [LangWeiler2021].
/// </remarks>
public sealed partial class TensorProductNonlinearity : EquivariantModule, IGeometric
{
    private readonly FieldProduct[] _products;

    /// <summary>Builds the layer.</summary>
    /// <param name="first">The type of the first factors, of any representations.</param>
    /// <param name="second">The type of the second factors: as many fields, over the same plane group.</param>
    /// <param name="maximumFrequency">Terms of higher frequency are dropped; if null, those above the plane group's own maximum.</param>
    /// <exception cref="ArgumentException">
    /// The numbers of fields or the plane groups differ, or no term is as low as the maximum.
    /// </exception>
    public TensorProductNonlinearity(FieldType first, FieldType second, int? maximumFrequency = null)
        : this(Joined(first, second), FieldProduct.Of(first, second, Lower(first.Group.MaximumFrequency, maximumFrequency)))
    {
    }

    private TensorProductNonlinearity(FieldType inputType, FieldProduct[] products)
        : base(nameof(TensorProductNonlinearity), inputType, Terms(inputType, products)) => _products = products;

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry();

    /// <summary>Multiplies the pairs.</summary>
    /// <param name="input">A tensor of the input type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        return cat([.. _products.Where(product => product.Terms.Length > 0).Select(product => Multiply(input, product))], 1)
            .MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Array.ForEach(_products, product => product.Coefficients.Dispose());
        }

        base.Dispose(disposing);
    }

    private static Tensor Multiply(Tensor input, FieldProduct pairs)
    {
        (long n, long rows, long columns) = (input.size(0), input.size(2), input.size(3));
        (int a, int b) = (pairs.FirstDimension, pairs.SecondDimension);
        Tensor x = input.narrow(1, pairs.FirstOffset, pairs.Pairs * a).reshape(n * pairs.Pairs, a, 1, rows * columns);
        Tensor z = input.narrow(1, pairs.SecondOffset, pairs.Pairs * b).reshape(n * pairs.Pairs, 1, b, rows * columns);
        return pairs.Coefficients.Like(input).matmul((x * z).flatten(1, 2)).view(n, -1, rows, columns);
    }

    private static int? Lower(int? limit, int? asked) => limit is int l && asked is int a ? Math.Min(l, a) : limit ?? asked;

    private static FieldType Joined(FieldType first, FieldType second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return first.Fields.Count == second.Fields.Count
            ? first + second
            : throw new ArgumentException(
                $"{nameof(TensorProductNonlinearity)} multiplies fields in pairs; '{first}' has {first.Fields.Count} fields and " +
                $"'{second}' has {second.Fields.Count}. Give both as many.",
                nameof(second));
    }

    private static FieldType Terms(FieldType type, FieldProduct[] products)
    {
        Representation[] terms =
            [.. products.SelectMany(product => Enumerable.Repeat(product.Terms, product.Pairs).SelectMany(irreps => irreps))];
        return terms.Length > 0
            ? FieldType.Of(type.Group, terms)
            : throw new ArgumentException(
                $"{nameof(TensorProductNonlinearity)}: no product of the fields of '{type}' has a frequency as low as the maximum. " +
                "Raise it.",
                nameof(type));
    }
}
