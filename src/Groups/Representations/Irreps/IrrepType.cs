namespace GCnn.Groups;

/// <summary>
/// The type of a real irreducible representation: the real numbers, complex numbers or quaternions, whichever the matrices that commute
/// with it form. The value is their dimension over the reals, which is also <c>⟨χ, χ⟩</c>.
/// </summary>
/// <remarks>
/// Over the complex numbers it stays irreducible, splits into two conjugates, or into two equals. Source: [Serre1977], section 13.2.
/// </remarks>
public enum IrrepType
{
    /// <summary>Only multiples of the identity commute with it.</summary>
    Real = 1,

    /// <summary>The matrices that commute with it form the complex numbers.</summary>
    Complex = 2,

    /// <summary>The matrices that commute with it form the quaternions.</summary>
    Quaternionic = 4,
}
