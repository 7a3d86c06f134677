namespace GCnn.Augment;

/// <summary>
/// Median and deviation of numbers most of which are background: what lies far from the median is left out, again and again.
/// </summary>
/// <remarks>
/// In each round the numbers farther than <c>k σ</c> from the median are left out, with median and (population) <c>σ</c> of those that are
/// left, until none is or the rounds are over: Astropy's <c>sigma_clipped_stats</c>. NaN and infinities are left out first. The numbers
/// are sorted once, and those that are left are a run of them; since every sum is taken in the sorted order, the result does not depend,
/// not even in its last digit, on where in the image the pixels are.
/// </remarks>
internal static class SigmaClipping
{
    /// <summary>Median and deviation; 0 and 0 of no numbers. Sorts the numbers.</summary>
    public static (double Median, double Deviation) Of(Span<double> numbers, double clip, int rounds)
    {
        ReadOnlySpan<double> kept = Finite(numbers);
        for (int round = 0; round < rounds && !kept.IsEmpty; round++)
        {
            double median = Median(kept), reach = clip * Deviation(kept);
            ReadOnlySpan<double> next = kept;
            next = next[CountBelow(next, median - reach, orEqual: false)..];
            next = next[..CountBelow(next, median + reach, orEqual: true)];
            if (next.Length == kept.Length)
            {
                break;
            }

            kept = next;
        }

        return kept.IsEmpty ? (0, 0) : (Median(kept), Deviation(kept));
    }

    private static ReadOnlySpan<double> Finite(Span<double> numbers)
    {
        int count = 0;
        foreach (double number in numbers)
        {
            if (double.IsFinite(number))
            {
                numbers[count++] = number;
            }
        }

        numbers[..count].Sort();
        return numbers[..count];
    }

    private static double Median(ReadOnlySpan<double> sorted)
    {
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double Deviation(ReadOnlySpan<double> sorted)
    {
        double sum = 0, squares = 0;
        foreach (double number in sorted)
        {
            sum += number;
        }

        double mean = sum / sorted.Length;
        foreach (double number in sorted)
        {
            squares += (number - mean) * (number - mean);
        }

        return Math.Sqrt(squares / sorted.Length);
    }

    /// <summary>How many of the sorted numbers are below a bound, or below or equal.</summary>
    private static int CountBelow(ReadOnlySpan<double> sorted, double bound, bool orEqual)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < bound || (orEqual && sorted[middle] == bound) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
