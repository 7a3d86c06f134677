using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>
/// How far two outputs may differ: <c>|a − b| ≤ Relative · scale</c>, with <c>scale = max |f(x)|</c> over the whole output.
/// </summary>
/// <remarks>
/// The one table of the house is <see cref="For"/>; a test that needs more room than it gives has found a fault, not a tolerance.
/// In float64 with small-integer data every sum is exact and <see cref="Exact"/> asks for equality.
/// </remarks>
/// <param name="Relative">The allowed error as a fraction of the output's scale.</param>
public sealed record Tolerance(double Relative)
{
    /// <summary>Equality. For float64 tensors that hold small integers, and for integer types.</summary>
    public static Tolerance Exact { get; } = new(0);

    /// <summary>The tolerance for real numbers of a type: float64 1e-10, float32 1e-4, float16 1e-2, bfloat16 5e-2; others exact.</summary>
    /// <param name="type">The type of the output's elements.</param>
    public static Tolerance For(ScalarType type) => type switch
    {
        ScalarType.Float64 => new(1e-10),
        ScalarType.Float32 => new(1e-4),
        ScalarType.Float16 => new(1e-2),
        ScalarType.BFloat16 => new(5e-2),
        _ => Exact,
    };

    /// <summary>Whether an error is allowed; NaN never is.</summary>
    /// <param name="error">The largest absolute error.</param>
    /// <param name="scale">The largest absolute value of the output.</param>
    public bool Allows(double error, double scale) => error <= Relative * scale;

    /// <summary><c>exact</c>, or the fraction of the output's scale.</summary>
    public override string ToString() => Relative == 0 ? "exact" : $"{Relative:0.#e0} of the output's scale";
}
