using System.Globalization;

namespace GCnn.Experiments.Reports.Html;

/// <summary>Numbers as people write them.</summary>
internal static class Numbers
{
    private const string Digits = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";

    /// <summary>A fraction in three digits.</summary>
    public static string Fraction(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A fraction and its standard error, such as <c>0.857 ± 0.011</c>.</summary>
    public static string Plain(Estimate estimate) => $"{Fraction(estimate.Value)}\u00A0\u00B1\u00A0{Fraction(estimate.Error)}";

    /// <summary>The same as markup.</summary>
    public static Fragment Marked(Estimate estimate) =>
        Fragment.Of($"{Fraction(estimate.Value)} <span class=\"pm\">\u00B1\u00A0{Fraction(estimate.Error)}</span>");

    /// <summary>Whole thousands with commas.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A part in per cent, one digit; never rounded up to all nor down to none.</summary>
    public static string Percent(double part)
    {
        double percent = Math.Round(100 * part, 1);
        double shown = part is > 0 and < 1 ? Math.Clamp(percent, 0.1, 99.9) : percent;
        return $"{shown.ToString("0.#", CultureInfo.InvariantCulture)}\u00A0%";
    }

    /// <summary>A size such as <c>3·10⁻⁷</c> or <c>2.1</c>.</summary>
    public static string Size(double value)
    {
        if (value is 0 or (>= 0.1 and < 10_000))
        {
            return value.ToString("0.##", CultureInfo.InvariantCulture);
        }

        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        double mantissa = Math.Round(value / Math.Pow(10, exponent), 1);
        return $"{mantissa.ToString("0.#", CultureInfo.InvariantCulture)}\u00B710{Raised(exponent)}";
    }

    /// <summary>Numbers as counts of something: <c>1 epoch</c>, <c>12 epochs</c>.</summary>
    public static string Of(long count, string one) => $"{Count(count)} {one}{(count == 1 ? "" : "s")}";

    /// <summary>Names in a row: <c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> names) => names.Count < 2
        ? string.Concat(names)
        : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    /// <summary>The name of an element with its powers raised: <c>r²s</c>.</summary>
    public static string Element(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiDigit(letter) ? Digits[letter - '0'] : letter));

    private static string Raised(int number) =>
        (number < 0 ? "\u207B" : "") + Element(Math.Abs(number).ToString(CultureInfo.InvariantCulture));
}
