namespace GCnn.Groups;

/// <summary>
/// A rotation or reflection of the plane about a point: <c>r(α)</c>, or <c>r(α) s</c> with the fixed reflection <c>s</c>, where
/// <c>r(α) r(β) = r(α + β)</c> and <c>s r(α) s = r(−α)</c>.
/// </summary>
/// <remarks>
/// A positive angle turns anticlockwise as seen on screen (CONVENTIONS.md). Angles are kept in <c>(−π, π]</c>, where that is exact.
/// Elements of plane groups turn by fractions that are kept as such: <see cref="RationalIsometry"/>.
/// Source: [WeilerCesa2019].
/// </remarks>
public readonly record struct PlanarIsometry
{
    /// <summary>The element <c>r(α)</c>, or <c>r(α) s</c> where it is a reflection.</summary>
    /// <param name="angle">The angle <c>α</c> in radians; any finite number, taken modulo <c>2π</c>.</param>
    /// <param name="isReflection">Whether <c>s</c> is applied first.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="angle"/> is infinite or not a number.</exception>
    public PlanarIsometry(double angle, bool isReflection = false)
    {
        if (!double.IsFinite(angle))
        {
            throw new ArgumentOutOfRangeException(
                nameof(angle), $"An isometry of the plane turns by a finite angle in radians; it was given {angle}.");
        }

        double turned = Math.IEEERemainder(angle, Math.Tau);
        Angle = turned == -Math.PI ? Math.PI : turned;
        IsReflection = isReflection;
    }

    /// <summary>The identity, <c>r(0)</c>.</summary>
    public static PlanarIsometry Identity => default;

    /// <summary>The angle <c>α</c> in radians, in <c>(−π, π]</c>.</summary>
    public double Angle { get; }

    /// <summary>Whether this is <c>r(α) s</c>, which changes orientation.</summary>
    public bool IsReflection { get; }

    /// <summary>The inverse: <c>r(−α)</c>, while <c>r(α) s</c> is its own.</summary>
    public PlanarIsometry Inverse => IsReflection ? this : new(-Angle);

    /// <summary>The product <c>g * h</c>: first <c>h</c>, then <c>g</c>; <c>r(α) s r(β) = r(α − β) s</c>.</summary>
    /// <param name="g">The element applied second.</param>
    /// <param name="h">The element applied first.</param>
    public static PlanarIsometry operator *(PlanarIsometry g, PlanarIsometry h) =>
        new(g.IsReflection ? g.Angle - h.Angle : g.Angle + h.Angle, g.IsReflection ^ h.IsReflection);

    /// <summary>The element as on paper, such as <c>r(1.5)</c> or <c>r(1.5) s</c>.</summary>
    public override string ToString() => IsReflection ? $"r({Angle}) s" : $"r({Angle})";
}
