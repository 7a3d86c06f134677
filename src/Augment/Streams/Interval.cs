namespace GCnn.Augment;

/// <summary>A closed interval from which a number is drawn. <c>new Interval(1, 1)</c> is the number 1.</summary>
public readonly record struct Interval
{
    /// <summary>The interval between two numbers.</summary>
    /// <param name="low">The least number.</param>
    /// <param name="high">The greatest number.</param>
    /// <exception cref="ArgumentException">The numbers are exchanged or not finite.</exception>
    public Interval(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || low > high)
        {
            throw new ArgumentException(
                $"An interval runs from a finite number up to another; it was given {low} to {high}. Exchange the two?");
        }

        Low = low;
        High = high;
    }

    /// <summary>The least number.</summary>
    public double Low { get; }

    /// <summary>The greatest number.</summary>
    public double High { get; }

    /// <summary>The interval as <c>[low, high]</c>.</summary>
    public override string ToString() => $"[{Low}, {High}]";
}
