namespace GCnn.Groups;

/// <summary>An element <c>x → M x + t</c> of a plane group: first the point element, then the translation.</summary>
/// <remarks>Source: [ITA2016], chapter 1.2 (matrix-column pairs).</remarks>
/// <param name="Group">The plane group.</param>
/// <param name="Translation">The translation <c>t</c>.</param>
/// <param name="Point">The number of the point element whose matrix is <c>M</c>.</param>
public readonly record struct PlaneGroupElement(PlaneGroup Group, LatticePoint Translation, int Point)
{
    /// <summary>The matrix <c>M</c>.</summary>
    public IntegerMatrix Matrix => Group.Matrix(Point);

    /// <summary>The inverse <c>x → M⁻¹ x − M⁻¹ t</c>.</summary>
    public PlaneGroupElement Inverse
    {
        get
        {
            int inverse = Group.PointGroup.Inverse(Point);
            return new(Group, -Group.Matrix(inverse).Transform(Translation), inverse);
        }
    }

    /// <summary>The product <c>(M, t) * (N, u) = (M N, M u + t)</c>: first <c>h</c>, then <c>g</c>.</summary>
    /// <param name="g">The element applied second.</param>
    /// <param name="h">The element applied first.</param>
    /// <exception cref="ArgumentException">The elements belong to different plane groups.</exception>
    public static PlaneGroupElement operator *(PlaneGroupElement g, PlaneGroupElement h) => g.Group.Equals(h.Group)
        ? new(g.Group, g.Apply(h.Translation), g.Group.PointGroup.Multiply(g.Point, h.Point))
        : throw new ArgumentException(
            $"A product needs elements of one plane group; these are of {g.Group} and {h.Group}. " +
            "Where one contains the other, PlaneGroup.ElementsOf translates.",
            nameof(h));

    /// <summary>The image <c>M x + t</c> of a point.</summary>
    /// <param name="point">The point <c>x</c>.</param>
    public LatticePoint Apply(LatticePoint point) => Matrix.Transform(point) + Translation;

    /// <summary>The group's name, the matrix and the translation.</summary>
    public override string ToString() => $"{Group}: x -> {Matrix} x + {Translation}";
}
