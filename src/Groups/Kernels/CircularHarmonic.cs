namespace GCnn.Groups;

/// <summary>A circular harmonic <c>R(r) cos(m φ)</c> or <c>R(r) sin(m φ)</c> of a filter basis.</summary>
/// <param name="Frequency">The angular frequency <c>m</c>, at least 0.</param>
/// <param name="Radial">The number of the radial function among those of this frequency.</param>
/// <param name="IsSine">Whether it is the sine; frequency 0 has none.</param>
public readonly record struct CircularHarmonic(int Frequency, int Radial, bool IsSine)
{
    /// <summary>Such as <c>cos 2φ, radial 1</c>.</summary>
    public override string ToString() => $"{(IsSine ? "sin" : "cos")} {Frequency}φ, radial {Radial}";
}
