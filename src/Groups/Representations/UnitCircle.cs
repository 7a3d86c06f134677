namespace GCnn.Groups;

/// <summary>Cosines and sines of the angles <c>2π j / n</c>, with the symmetries of the circle kept exactly.</summary>
/// <remarks>
/// Whole numbers reduce the angle to the first octant before any is rounded. So <c>cos</c> and <c>sin</c> are exactly 0, ±1/2 and ±1
/// where they should be, reflections and quarter turns of the circle change signs and nothing else, and <c>cos(j, n) = cos(2j, 2n)</c>
/// bit by bit.
/// </remarks>
internal static class UnitCircle
{
    /// <summary><c>cos(2π j / n)</c>; <c>j</c> may be negative or exceed <c>n</c>, which is at least 1.</summary>
    public static double Cos(long j, int n) => At(j, n).Cos;

    /// <summary><c>sin(2π j / n)</c>; <c>j</c> may be negative or exceed <c>n</c>, which is at least 1.</summary>
    public static double Sin(long j, int n) => At(j, n).Sin;

    /// <summary>Both coordinates of the point at the angle <c>2π j / n</c>.</summary>
    public static (double Cos, double Sin) At(long j, int n)
    {
        long turned = 8 * (((j % n) + n) % n);
        (long octant, long rest) = Math.DivRem(turned, n);
        (double cos, double sin) = octant % 2 == 0 ? FirstOctant(rest, n) : FirstOctant(n - rest, n);
        return octant switch
        {
            0 => (cos, sin),
            1 => (sin, cos),
            2 => (0 - sin, cos),
            3 => (-cos, sin),
            4 => (-cos, 0 - sin),
            5 => (0 - sin, -cos),
            6 => (sin, -cos),
            _ => (cos, 0 - sin),
        };
    }

    /// <summary>The point at <c>part / whole</c> of the first octant. <c>0 − sin</c> above keeps a zero positive.</summary>
    private static (double Cos, double Sin) FirstOctant(long part, long whole)
    {
        if (part == whole)
        {
            return (Math.Sqrt(0.5), Math.Sqrt(0.5));
        }

        double angle = Math.PI / 4 * ((double)part / whole);
        return (Math.Cos(angle), 3 * part == 2 * whole ? 0.5 : Math.Sin(angle));
    }
}
