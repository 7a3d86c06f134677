namespace GCnn.Groups;

// Addresses of the cells within distance 1 of the origin, as they lie on screen (pointy tops, q to the right, r down and right):
//
//      axial (q, r)                  cube (q, r, s)                        odd-r (column, row)           double-width (column, row)
//
//        (0,-1)  (1,-1)                (0,-1,1)  (1,-1,0)                    (-1,-1)  (0,-1)               (-1,-1)  (1,-1)
//    (-1,0)  (0,0)  (1,0)          (-1,0,1)  (0,0,0)  (1,0,-1)           (-1,0)  (0,0)  (1,0)         (-2,0)  (0,0)  (2,0)
//        (-1,1)  (0,1)                 (-1,1,0)  (0,1,-1)                    (-1,1)  (0,1)                 (-1,1)  (1,1)
//
// Axial coordinates are those of the lattice's basis, and matrices act on them; the other three are renamings of them.

/// <summary>
/// A point of the hexagonal lattice in cube coordinates: axial <c>(q, r)</c> and <c>s = −q − r</c>, so that the three axes of the
/// hexagon look alike.
/// </summary>
/// <remarks>
/// With <c>s</c> the symmetries are permutations and signs: a sixth turn anticlockwise takes <c>(q, r, s)</c> to <c>(−s, −q, −r)</c>,
/// and the number of steps to the origin is the maximum norm. Source: [Patel2013].
/// </remarks>
public readonly record struct CubePoint
{
    /// <summary>The point of three coordinates.</summary>
    /// <param name="q">The axial column.</param>
    /// <param name="r">The axial row.</param>
    /// <param name="s">The third coordinate, <c>−q − r</c>.</param>
    /// <exception cref="ArgumentException">The coordinates do not sum to 0.</exception>
    public CubePoint(int q, int r, int s)
    {
        if ((long)q + r + s != 0)
        {
            throw new ArgumentException(
                $"Cube coordinates sum to 0; ({q}, {r}, {s}) sum to {(long)q + r + s}. For axial (q, r) use FromAxial.", nameof(s));
        }

        (Q, R, S) = (q, r, s);
    }

    /// <summary>The axial column <c>q</c>; it grows to the right.</summary>
    public int Q { get; }

    /// <summary>The axial row <c>r</c>; it grows down and to the right.</summary>
    public int R { get; }

    /// <summary>The third coordinate, <c>s = −q − r</c>; it grows up and to the left.</summary>
    public int S { get; }

    /// <summary>The number of steps between neighbours to the origin, <c>max(|q|, |r|, |s|)</c>.</summary>
    public int Norm => Math.Max(Math.Max(Math.Abs(Q), Math.Abs(R)), Math.Abs(S));

    /// <summary>The point turned about the origin by 60 degrees anticlockwise on screen, <c>(−s, −q, −r)</c>.</summary>
    public CubePoint SixthTurn => new(-S, -Q, -R);

    /// <summary>The six points at distance 1, anticlockwise on screen from the right.</summary>
    public IEnumerable<CubePoint> Neighbours => Ring(1);

    /// <summary>The point of axial coordinates <c>(q, r)</c>.</summary>
    /// <param name="axial">The point <c>X = q</c>, <c>Y = r</c> in the lattice's basis.</param>
    /// <exception cref="OverflowException">The third coordinate does not fit an <see cref="int"/>.</exception>
    public static CubePoint FromAxial(LatticePoint axial) => new(axial.X, axial.Y, checked(-axial.X - axial.Y));

    /// <summary>The sum, coordinate by coordinate.</summary>
    /// <param name="p">A point.</param>
    /// <param name="q">A point.</param>
    public static CubePoint operator +(CubePoint p, CubePoint q) => checked(new(p.Q + q.Q, p.R + q.R, p.S + q.S));

    /// <summary>The difference, coordinate by coordinate.</summary>
    /// <param name="p">A point.</param>
    /// <param name="q">A point.</param>
    public static CubePoint operator -(CubePoint p, CubePoint q) => checked(new(p.Q - q.Q, p.R - q.R, p.S - q.S));

    /// <summary>The axial coordinates <c>(q, r)</c>.</summary>
    public LatticePoint ToAxial() => new(Q, R);

    /// <summary>The least number of steps between neighbours from here to another point.</summary>
    /// <param name="other">The other point.</param>
    public int DistanceTo(CubePoint other) => (this - other).Norm;

    /// <summary>
    /// The points at a given distance, anticlockwise on screen from the right: <c>6 radius</c> points, or this one when it is 0.
    /// </summary>
    /// <remarks>
    /// Point <c>k radius + j</c> is the axial <c>(radius, −j)</c> turned by <c>k</c> sixths: a sixth turn shifts the ring by its radius.
    /// </remarks>
    /// <param name="radius">The distance, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative.</exception>
    public IEnumerable<CubePoint> Ring(int radius)
    {
        HexagonalDomain.RequireRadius(radius);
        return radius == 0 ? [this] : Walk(this, radius);
    }

    /// <summary>
    /// The points up to a given distance, ring after ring outwards: <c>3 radius (radius + 1) + 1</c> points.
    /// </summary>
    /// <param name="radius">The greatest distance, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative.</exception>
    public IEnumerable<CubePoint> Spiral(int radius)
    {
        HexagonalDomain.RequireRadius(radius);
        return Enumerable.Range(0, radius + 1).SelectMany(Ring);
    }

    /// <summary>The point as <c>(q, r, s)</c>.</summary>
    public override string ToString() => $"({Q}, {R}, {S})";

    private static IEnumerable<CubePoint> Walk(CubePoint centre, int radius)
    {
        for (int sixths = 0; sixths < 6; sixths++)
        {
            for (int j = 0; j < radius; j++)
            {
                CubePoint step = new(radius, -j, j - radius);
                for (int turn = 0; turn < sixths; turn++)
                {
                    step = step.SixthTurn;
                }

                yield return centre + step;
            }
        }
    }
}
