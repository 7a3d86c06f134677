using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Models;

/// <summary>
/// Chooses the widths of a <see cref="GalaxyNet"/> so that its parameters come as near to a budget as they can without exceeding it.
/// </summary>
/// <remarks>
/// Widths are a fixed shape times one factor. A regular convolution from <c>a</c> to <c>b</c> fields has <c>9 |H| a b</c> free weights, on
/// hexagons <c>7 |H| a b</c>, so at equal budget a smaller group gets more fields: on squares about <c>√(8 / |H|)</c> times those of p4m.
/// In a chain the layers of each group get as many more than those of the first. Where a regular field of <c>H</c> is restricted to
/// <c>H'</c> it becomes <c>|H| / |H'|</c> regular fields, so a convolution has <c>9 |H| a b</c> free weights with the <c>H</c> and the
/// <c>a</c> of the layer before it, whatever its own group.
/// </remarks>
public static class WidthSolver
{
    private static readonly double[] Shape = [6, 12, 12, 20, 32];

    /// <summary>The widths for groups and a budget.</summary>
    /// <param name="groups">The plane group, or a chain of them.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="budget">The largest number of parameters.</param>
    /// <exception cref="UsageException">Even the narrowest net has more parameters.</exception>
    public static int[] Solve(GroupChain groups, int classes, int budget)
    {
        // The count grows with the factor: halve the interval until its ends give the same widths, then widen layer by layer.
        (double low, double high) = (0, budget);
        while (high - low > 1e-6 * high)
        {
            double middle = (low + high) / 2;
            (low, high) = Parameters(groups, Widths(groups, middle), classes) <= budget ? (middle, high) : (low, middle);
        }

        int[] widths = Widths(groups, low);
        for (int layer = widths.Length - 1; layer >= 0; layer--)
        {
            widths[layer]++;
            while (Parameters(groups, widths, classes) <= budget)
            {
                widths[layer]++;
            }

            widths[layer]--;
        }

        int least = Parameters(groups, widths, classes);
        return least <= budget
            ? widths
            : throw new UsageException($"--parameters {budget}: the narrowest {groups} net has {least}; allow that many.");
    }

    /// <summary>The number of parameters of a <see cref="GalaxyNet"/>, in closed form.</summary>
    /// <param name="groups">The plane group, or a chain of them.</param>
    /// <param name="widths">Regular fields after each convolution.</param>
    /// <param name="classes">The number of classes.</param>
    public static int Parameters(GroupChain groups, IReadOnlyList<int> widths, int classes)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(widths);
        long Taps(int radius) => GalaxyNet.Window(groups.First, radius).Count;
        long lifting = 3 * Taps(GalaxyNet.LiftingRadius) * widths[0];
        long taps = Taps(GalaxyNet.Radius);
        long convolutions = Enumerable.Range(1, widths.Count - 1).Sum(i => taps * Order(groups, i - 1) * widths[i - 1] * widths[i]);
        long norms = 2L * widths.Sum();
        return (int)Math.Min(int.MaxValue, lifting + convolutions + norms + ((widths[^1] + 1L) * classes));
    }

    private static int[] Widths(GroupChain groups, double factor) => [.. Shape.Select((width, i) =>
        (int)Math.Max(1, Math.Min(width * factor * Math.Sqrt((double)groups.First.Order / Order(groups, i)), 100_000)))];

    private static int Order(GroupChain groups, int layer) => groups.At(layer, Shape.Length).Order;
}
