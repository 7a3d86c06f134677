namespace GCnn.Groups;

/// <summary>One step <c>t = α a + β b</c>; where <c>β = 0</c>, it scales <c>a</c>, and <c>b</c> is <c>a</c>.</summary>
/// <param name="Target">Where <c>t</c> goes.</param>
/// <param name="Alpha">The number <c>α</c>.</param>
/// <param name="A">Where <c>a</c> is.</param>
/// <param name="Beta">The number <c>β</c>.</param>
/// <param name="B">Where <c>b</c> is.</param>
public readonly record struct LinearStep(int Target, double Alpha, int A, double Beta, int B)
{
    /// <summary>One addition, unless the step only scales.</summary>
    public int Additions => Beta == 0 ? 0 : 1;

    /// <summary>Multiplications by other numbers than 0 and ±1; one where both are the same but for their signs.</summary>
    public int Multiplications => Math.Abs(Alpha) == Math.Abs(Beta) ? Cost(Alpha) : Cost(Alpha) + Cost(Beta);

    private static int Cost(double factor) => Math.Abs(factor) is 0 or 1 ? 0 : 1;
}
