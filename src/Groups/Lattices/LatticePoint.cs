namespace GCnn.Groups;

/// <summary>
/// A point of the lattice <c>Z²</c> in the lattice's basis. On an image <c>X</c> is the column and grows to the right, <c>Y</c> is the
/// row and grows downwards (CONVENTIONS.md, The plane).
/// </summary>
/// <remarks>Coordinates that do not fit an <see cref="int"/> are an <see cref="OverflowException"/>, never a wrong point.</remarks>
/// <param name="X">The column.</param>
/// <param name="Y">The row.</param>
public readonly record struct LatticePoint(int X, int Y)
{
    /// <summary>The origin, <c>(0, 0)</c>.</summary>
    public static LatticePoint Origin => default;

    /// <summary>The sum, coordinate by coordinate.</summary>
    /// <param name="p">A point.</param>
    /// <param name="q">A point.</param>
    public static LatticePoint operator +(LatticePoint p, LatticePoint q) => checked(new(p.X + q.X, p.Y + q.Y));

    /// <summary>The difference, coordinate by coordinate.</summary>
    /// <param name="p">A point.</param>
    /// <param name="q">A point.</param>
    public static LatticePoint operator -(LatticePoint p, LatticePoint q) => checked(new(p.X - q.X, p.Y - q.Y));

    /// <summary>The opposite point, <c>(−X, −Y)</c>.</summary>
    /// <param name="p">A point.</param>
    public static LatticePoint operator -(LatticePoint p) => checked(new(-p.X, -p.Y));

    /// <summary>The point as <c>(X, Y)</c>.</summary>
    public override string ToString() => $"({X}, {Y})";
}
