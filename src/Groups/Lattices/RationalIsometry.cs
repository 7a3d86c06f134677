namespace GCnn.Groups;

/// <summary>
/// A rotation of the plane about the origin by <c>Turn / Turns</c> of a full turn, <c>φ → φ + τ</c> on polar angles, or a reflection
/// <c>φ → τ − φ</c>; <c>τ = 2π Turn / Turns</c>. Angles grow anticlockwise as seen on screen.
/// </summary>
/// <remarks>
/// The fraction is kept in lowest terms with <c>0 ≤ Turn &lt; Turns</c>, so equal motions are equal values and products are exact. Rotations
/// of C8 or C7 leave every lattice, but not the rationals. A reflection's mirror lies at half its angle. The default value is the identity.
/// Elements of SO(2) and O(2), whose angles are any real numbers, are <see cref="PlanarIsometry"/>.
/// </remarks>
public readonly record struct RationalIsometry
{
    private readonly int _turnsBeyondOne;

    /// <summary>The motion by a fraction of a turn.</summary>
    /// <param name="turn">The numerator, of any sign.</param>
    /// <param name="turns">The denominator, at least 1.</param>
    /// <param name="reflects">Whether it is <c>φ → τ − φ</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is less than 1.</exception>
    public RationalIsometry(int turn, int turns, bool reflects = false)
    {
        if (turns < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(turns), $"A part of a turn is a fraction with a positive denominator; it was given as {turn}/{turns}.");
        }

        (Turn, _turnsBeyondOne) = Lowest(turn, turns);
        Reflects = reflects;
    }

    /// <summary>The motion by a fraction of a turn whose numbers may be larger than those of its lowest terms.</summary>
    private RationalIsometry(long turn, long turns, bool reflects)
    {
        (Turn, _turnsBeyondOne) = Lowest(turn, turns);
        Reflects = reflects;
    }

    /// <summary>The exchange of left and right, <c>φ → π − φ</c>.</summary>
    public static RationalIsometry LeftRight => new(1, 2, reflects: true);

    /// <summary>The numerator, from 0 to <c>Turns − 1</c>.</summary>
    public int Turn { get; }

    /// <summary>The denominator in lowest terms.</summary>
    public int Turns => _turnsBeyondOne + 1;

    /// <summary>Whether orientation is reversed.</summary>
    public bool Reflects { get; }

    /// <summary>The angle <c>τ</c> in radians.</summary>
    public double Angle => 2 * Math.PI * Turn / Turns;

    /// <summary>The inverse; a reflection is its own.</summary>
    public RationalIsometry Inverse => Reflects ? this : new(-Turn, Turns);

    /// <summary>The product: first <c>h</c>, then <c>g</c>.</summary>
    /// <param name="g">The motion applied second.</param>
    /// <param name="h">The motion applied first.</param>
    /// <exception cref="OverflowException">In lowest terms the product's denominator is above 2^31 − 1.</exception>
    public static RationalIsometry operator *(RationalIsometry g, RationalIsometry h)
    {
        int sign = g.Reflects ? -1 : 1;
        return new(((long)g.Turn * h.Turns) + (sign * (long)h.Turn * g.Turns), (long)g.Turns * h.Turns, g.Reflects ^ h.Reflects);
    }

    /// <summary>Such as <c>turn by 1/8</c> or <c>reflection 1/2</c>.</summary>
    public override string ToString() => Reflects ? $"reflection {Turn}/{Turns}" : $"turn by {Turn}/{Turns}";

    /// <summary>Numerator and denominator, the latter less 1, in lowest terms and less than a turn.</summary>
    private static (int Turn, int TurnsBeyondOne) Lowest(long turn, long turns)
    {
        long whole = ((turn % turns) + turns) % turns;
        long divisor = (long)System.Numerics.BigInteger.GreatestCommonDivisor(whole, turns);
        return checked(((int)(whole / divisor), (int)((turns / divisor) - 1)));
    }
}
