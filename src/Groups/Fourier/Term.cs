namespace GCnn.Groups;

/// <summary>A value of a program while it is written, with a sign: 1, −1, or 0 for the number 0, so that signs cost no steps.</summary>
/// <param name="Value">The value's number.</param>
/// <param name="Sign">Its sign.</param>
internal readonly record struct Term(int Value, int Sign)
{
    /// <summary>The number 0.</summary>
    public static Term Zero => default;

    /// <summary>Input <c>i</c> of the program.</summary>
    public static Term Input(int i) => new(i, 1);

    /// <summary>The term with the other sign.</summary>
    public static Term operator -(Term term) => term with { Sign = -term.Sign };
}
