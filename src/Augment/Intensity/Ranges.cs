namespace GCnn.Augment;

/// <summary>What the numbers of augmentations may be, as sentences.</summary>
internal static class Ranges
{
    /// <summary>The range of a factor whose neutral value is 1.</summary>
    public static Interval OfFactor(Interval range, string what, string name) => range.Low > 0
        ? range
        : throw new ArgumentOutOfRangeException(name, $"A {what} is above 0; the range was given as {range}. 1 keeps the image.");

    /// <summary>A range within two bounds, both allowed.</summary>
    public static Interval Within(Interval range, double low, double high, string what, string name) =>
        range.Low >= low && range.High <= high
            ? range
            : throw new ArgumentOutOfRangeException(name, $"A {what} is from {low} to {high}; the range was given as {range}.");

    /// <summary>A range at or above 0.</summary>
    public static Interval AtLeastZero(Interval range, string what, string name) => range.Low >= 0
        ? range
        : throw new ArgumentOutOfRangeException(name, $"A {what} is at least 0; the range was given as {range}.");

    /// <summary>A number above 0, not infinite.</summary>
    public static double Positive(double number, string what, string name) => number > 0 && double.IsFinite(number)
        ? number
        : throw new ArgumentOutOfRangeException(name, $"The {what} is a finite number above 0; it was given as {number}.");

    /// <summary>A number that is neither infinite nor NaN.</summary>
    public static double Finite(double number, string what, string name) => double.IsFinite(number)
        ? number
        : throw new ArgumentOutOfRangeException(name, $"The {what} is a finite number; it was given as {number}.");

    /// <summary>A whole number within two bounds, both allowed.</summary>
    public static int Within(int number, int low, int high, string what, string name) => number >= low && number <= high
        ? number
        : throw new ArgumentOutOfRangeException(name, $"The {what} is from {low} to {high}; it was given as {number}.");
}
