namespace GCnn.Groups;

/// <summary>
/// The integer matrix <c>[[A, B], [C, D]]</c>, which acts on columns: <c>(X, Y)</c> goes to <c>(A X + B Y, C X + D Y)</c>.
/// </summary>
/// <remarks>
/// A symmetry of a lattice is such a matrix in the lattice's own basis, so it is exact. What does not fit an <see cref="int"/> is an
/// <see cref="OverflowException"/>, never a wrong number. Source: [ITA2016], chapter 1.2.
/// </remarks>
/// <param name="A">Row 0, column 0.</param>
/// <param name="B">Row 0, column 1.</param>
/// <param name="C">Row 1, column 0.</param>
/// <param name="D">Row 1, column 1.</param>
public readonly record struct IntegerMatrix(int A, int B, int C, int D)
{
    /// <summary>The identity, <c>[[1, 0], [0, 1]]</c>.</summary>
    public static IntegerMatrix Identity => new(1, 0, 0, 1);

    /// <summary>The determinant, <c>A D − B C</c>.</summary>
    public int Determinant => checked((int)(((long)A * D) - ((long)B * C)));

    /// <summary>The transpose, <c>[[A, C], [B, D]]</c>.</summary>
    public IntegerMatrix Transpose => new(A, C, B, D);

    /// <summary>The inverse <c>[[D, −B], [−C, A]] / det</c>, which has integer entries because <c>det = ±1</c>.</summary>
    /// <exception cref="InvalidOperationException">The determinant is not 1 or −1.</exception>
    public IntegerMatrix Inverse => Determinant is 1 or -1
        ? new(D * Determinant, -B * Determinant, -C * Determinant, A * Determinant)
        : throw new InvalidOperationException(
            $"The matrix {this} has determinant {Determinant}; only determinants 1 and -1 have an inverse over the integers.");

    /// <summary>The product <c>M N</c>: first <c>N</c>, then <c>M</c>.</summary>
    /// <param name="m">The matrix applied second.</param>
    /// <param name="n">The matrix applied first.</param>
    public static IntegerMatrix operator *(IntegerMatrix m, IntegerMatrix n) => new(
        Sum(m.A, n.A, m.B, n.C), Sum(m.A, n.B, m.B, n.D), Sum(m.C, n.A, m.D, n.C), Sum(m.C, n.B, m.D, n.D));

    /// <summary>The image <c>M p</c> of a point.</summary>
    /// <param name="p">A point.</param>
    public LatticePoint Transform(LatticePoint p) => new(Sum(A, p.X, B, p.Y), Sum(C, p.X, D, p.Y));

    /// <summary>The matrix by rows, <c>[[A, B], [C, D]]</c>.</summary>
    public override string ToString() => $"[[{A}, {B}], [{C}, {D}]]";

    private static int Sum(int a, int x, int b, int y) => checked((int)(((long)a * x) + ((long)b * y)));
}
