using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>
/// How far a function <c>f</c> is from <c>f(L_g x) = L_g f(x)</c>, element by element. Prints as a table.
/// </summary>
/// <remarks>Source: [CohenWelling2016], equation (1).</remarks>
public sealed partial class EquivarianceReport
{
    private readonly ElementError[] _errors;
    private readonly long? _seed;

    private EquivarianceReport(string law, ElementError[] errors, Tensor output, string? vacuity, EquivarianceOptions options)
    {
        Law = law;
        _errors = errors;
        _seed = options.Seed;
        Tolerance = options.Tolerance ?? Tolerance.For(output.dtype);
        Scale = output.NumberOfElements == 0 ? 0 : output.detach().to(ScalarType.Float64).abs().max().item<double>();
        Vacuity = options.AllowVacuous ? null : vacuity;
    }

    /// <summary>The law that was measured, as a formula.</summary>
    public string Law { get; }

    /// <summary>The errors, one per element, in the order of the elements.</summary>
    public IReadOnlyList<ElementError> Errors => _errors;

    /// <summary>The tolerance that decides.</summary>
    public Tolerance Tolerance { get; }

    /// <summary>The largest absolute value of <c>f(x)</c>, to which the tolerance is relative.</summary>
    public double Scale { get; }

    /// <summary>Why the measurement could not have failed, in a sentence; null when it could.</summary>
    public string? Vacuity { get; }

    /// <summary>The element with the largest error; a NaN is larger than any number.</summary>
    public ElementError Worst => _errors.MaxBy(error => double.IsNaN(error.MaxError) ? double.PositiveInfinity : error.MaxError)!;

    /// <summary>Whether every error is allowed and the measurement could have failed.</summary>
    public bool IsEquivariant => Vacuity is null && Holds;

    /// <summary>Whether every error is allowed, be it that the measurement could not have failed.</summary>
    public bool Holds => Array.TrueForAll(_errors, IsAllowed);

    /// <summary>Does nothing for an equivariant function, and otherwise fails with the worst element, index and values.</summary>
    /// <exception cref="EquivarianceException">The law is broken, or the measurement could not have told.</exception>
    public void ThrowIfBroken()
    {
        if (!IsEquivariant)
        {
            throw new EquivarianceException($"{Verdict}{Environment.NewLine}{this}", this);
        }
    }

    /// <summary>The verdict and a table with one line per element.</summary>
    public override string ToString() => ReportTable.Print(this);

    /// <summary>Whether the tolerance allows an element's error.</summary>
    internal bool IsAllowed(ElementError error) => Tolerance.Allows(error.MaxError, Scale);

    /// <summary>A report of errors that were measured elsewhere.</summary>
    internal static EquivarianceReport Of(string law, ElementError[] errors, Tensor output, EquivarianceOptions options) =>
        new(law, errors, output, null, options);

    /// <summary>The largest of a part of the errors, such as that of the border; null if no element has it. A NaN is largest.</summary>
    internal double? LargestOf(Func<ElementError, double?> part)
    {
        double[] parts = [.. _errors.Select(part).OfType<double>()];
        return parts.Length == 0 ? null : Array.Exists(parts, double.IsNaN) ? double.NaN : parts.Max();
    }

    /// <summary>The largest error as a fraction of the output's scale.</summary>
    internal double Relative(ElementError error) => error.MaxError == 0 ? 0 : error.MaxError / Scale;

    /// <summary>An error as a fraction of the output's scale, in print; a dash where there is none.</summary>
    internal string Fraction(double? error) => error is not double number ? "-" : number == 0 ? "0" : $"{number / Scale:0.0e0}";

    private string Seed => _seed is long seed ? $" Seed: {seed}." : string.Empty;

    private string Verdict => Vacuity is not null
        ? $"The law {Law} was not tested: {Vacuity}{Seed}"
        : $"The law {Law} is broken by {_errors.Count(error => !IsAllowed(error))} of {_errors.Length} elements. Worst is " +
          $"{Worst.Name} at output index {Worst.WorstIndex}: {Worst.Actual} instead of {Worst.Expected}, error {Worst.MaxError} " +
          $"({Relative(Worst):0.###e0} of the output's scale {Scale}; allowed: {Tolerance}).{Seed}";
}
