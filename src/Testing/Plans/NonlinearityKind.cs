namespace GCnn.Testing;

/// <summary>A function of one number, applied to each channel alone.</summary>
public enum NonlinearityKind
{
    /// <summary><c>max(x, 0)</c>; keeps integers.</summary>
    Relu,

    /// <summary><c>x</c> for positive and <c>x / 4</c> for negative numbers; keeps dyadic fractions.</summary>
    LeakyRelu,

    /// <summary><c>tanh x</c>; real.</summary>
    Tanh,
}
