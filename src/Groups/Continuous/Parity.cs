namespace GCnn.Groups;

/// <summary>What the reflection <c>s</c> does in a one-dimensional representation.</summary>
public enum Parity
{
    /// <summary><c>ρ(s) = 1</c>.</summary>
    Even = 0,

    /// <summary><c>ρ(s) = −1</c>.</summary>
    Odd = 1,
}
