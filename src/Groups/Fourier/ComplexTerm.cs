namespace GCnn.Groups;

/// <summary>A complex value of a program while it is written.</summary>
/// <param name="Real">The real part.</param>
/// <param name="Imaginary">The imaginary part.</param>
internal readonly record struct ComplexTerm(Term Real, Term Imaginary)
{
    /// <summary>The complex conjugate.</summary>
    public ComplexTerm Conjugate => this with { Imaginary = -Imaginary };
}
