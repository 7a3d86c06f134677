namespace GCnn.Augment;

/// <summary>
/// An affine map of the plane, <c>p' = [[A, B], [C, D]] p + (E, F)</c>, on places in pixels from an image's centre: <c>x</c> to the right,
/// <c>y</c> downwards, as in CONVENTIONS.md.
/// </summary>
/// <remarks>
/// It is the <b>forward</b> map: what was at <c>p</c> in the input is at <c>p'</c> in the output. The centre of an axis of <c>n</c> pixels
/// is <c>(n − 1) / 2</c>, and each image counts from its own, so a quarter turn of an image that is not square has no shift. The default
/// value takes everything to the centre; the map that does nothing is <see cref="Identity"/>.
/// </remarks>
/// <param name="A">Of <c>x</c>, to <c>x'</c>.</param>
/// <param name="B">Of <c>y</c>, to <c>x'</c>.</param>
/// <param name="C">Of <c>x</c>, to <c>y'</c>.</param>
/// <param name="D">Of <c>y</c>, to <c>y'</c>.</param>
/// <param name="E">The shift to the right.</param>
/// <param name="F">The shift downwards.</param>
public readonly record struct Affine(double A, double B, double C, double D, double E, double F)
{
    /// <summary>The map that leaves everything where it is.</summary>
    public static Affine Identity => new(1, 0, 0, 1, 0, 0);

    /// <summary>The exchange of left and right, <c>(x, y) → (−x, y)</c>.</summary>
    public static Affine LeftRight => new(-1, 0, 0, 1, 0, 0);

    /// <summary>The exchange of up and down, <c>(x, y) → (x, −y)</c>.</summary>
    public static Affine UpDown => new(1, 0, 0, -1, 0, 0);

    /// <summary>The determinant <c>A D − B C</c>: the factor of areas, negative where left hands become right hands.</summary>
    public double Determinant => (A * D) - (B * C);

    /// <summary>Whether left hands become right hands.</summary>
    public bool IsReflection => Determinant < 0;

    /// <summary>The matrix without the shift: how differences of places, such as vectors, move.</summary>
    public Affine Linear => this with { E = 0, F = 0 };

    /// <summary>The inverse, from the output to the input.</summary>
    /// <exception cref="InvalidOperationException">The determinant is 0 or the map is not finite.</exception>
    public Affine Inverse => Backward.IsFinite
        ? Backward
        : throw new InvalidOperationException(
            $"The map {this} has determinant {Determinant} and no inverse: it takes the plane to a line, a point or out of sight. " +
            "Was it made by default instead of Affine.Identity, or with a scale of 0?");

    /// <summary>The inverse where there is one; otherwise its entries are not finite.</summary>
    internal Affine Backward
    {
        get
        {
            double determinant = Determinant;
            Affine linear = new(D / determinant, -B / determinant, -C / determinant, A / determinant, 0, 0);
            (double x, double y) = linear.Apply(E, F);
            return linear with { E = -x, F = -y };
        }
    }

    private bool IsFinite => Array.TrueForAll([A, B, C, D, E, F], double.IsFinite);

    /// <summary>The product: first <paramref name="h"/>, then <paramref name="g"/>.</summary>
    /// <param name="g">The map applied second.</param>
    /// <param name="h">The map applied first.</param>
    public static Affine operator *(Affine g, Affine h) => g.Compose(h);

    /// <summary>
    /// A rotation about the centre, anticlockwise <b>as seen on screen</b>: <c>[[cos, sin], [−sin, cos]]</c>, because <c>y</c> grows
    /// downwards. Multiples of 90 are exact.
    /// </summary>
    /// <param name="degrees">The angle.</param>
    public static Affine Rotation(double degrees)
    {
        (double sine, double cosine) = double.SinCosPi(degrees / 180);
        return new(cosine, sine, -sine, cosine, 0, 0);
    }

    /// <summary>Everything grows by a factor from the centre.</summary>
    /// <param name="factor">The factor.</param>
    public static Affine Scale(double factor) => Scale(factor, factor);

    /// <summary>Everything grows by a factor along each axis.</summary>
    /// <param name="x">The factor of widths.</param>
    /// <param name="y">The factor of heights.</param>
    public static Affine Scale(double x, double y) => new(x, 0, 0, y, 0, 0);

    /// <summary>
    /// A shear along the columns, <c>y' = y + s_y x</c>, then one along the rows, <c>x' = x + s_x y'</c>. Its determinant is 1.
    /// </summary>
    /// <param name="x">The slope <c>s_x</c>: how far a place moves to the right for each pixel downwards.</param>
    /// <param name="y">The slope <c>s_y</c>: how far a place moves downwards for each pixel to the right.</param>
    public static Affine Shear(double x, double y) => new(1 + (x * y), x, y, 1, 0, 0);

    /// <summary>A shift.</summary>
    /// <param name="right">Pixels to the right.</param>
    /// <param name="down">Pixels downwards.</param>
    public static Affine Shift(double right, double down) => new(1, 0, 0, 1, right, down);

    /// <summary>The product, first <paramref name="first"/> and then this: <c>(g h)(p) = g(h(p))</c>.</summary>
    /// <param name="first">The map <c>h</c>, applied first.</param>
    public Affine Compose(Affine first) => new(
        (A * first.A) + (B * first.C),
        (A * first.B) + (B * first.D),
        (C * first.A) + (D * first.C),
        (C * first.B) + (D * first.D),
        (A * first.E) + (B * first.F) + E,
        (C * first.E) + (D * first.F) + F);

    /// <summary>Where a place goes.</summary>
    /// <param name="x">Pixels to the right of the centre.</param>
    /// <param name="y">Pixels below the centre.</param>
    public (double X, double Y) Apply(double x, double y) => ((A * x) + (B * y) + E, (C * x) + (D * y) + F);

    /// <summary>The map as <c>[[A, B], [C, D]] p + (E, F)</c>.</summary>
    public override string ToString() => $"[[{A}, {B}], [{C}, {D}]] p + ({E}, {F})";
}
