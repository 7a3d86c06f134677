using GCnn.Experiments.CommandLine;
using GCnn.Groups;

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

    // Of a search by measuring: how often, how time is first taken to grow with the widths, and what counts as longer.
    private const int Measurements = 6;
    private const double FirstPower = 1.5;
    private const double MostRatio = 1.1;

    /// <summary>The widths for groups and a budget of parameters.</summary>
    /// <param name="groups">The plane group, or a chain of them.</param>
    /// <param name="classes">The numbers that the net gives.</param>
    /// <param name="budget">The largest number of parameters.</param>
    /// <exception cref="UsageException">Even the narrowest net has more parameters.</exception>
    public static int[] Solve(GroupChain groups, int classes, int budget)
    {
        (int[] widths, long least) = Widest(groups, budget, widths => Parameters(groups, widths, classes));
        return least <= budget
            ? widths
            : throw new UsageException($"--parameters {budget}: the narrowest {groups} net has {least}; allow that many.");
    }

    /// <summary>The widths for groups and a budget of multiply-adds.</summary>
    /// <param name="groups">The plane group, or a chain of them.</param>
    /// <param name="classes">The numbers that the net gives.</param>
    /// <param name="size">The side of the images.</param>
    /// <param name="budget">The most multiply-adds of one image.</param>
    /// <exception cref="UsageException">Even the narrowest net has more.</exception>
    public static int[] SolveMultiplyAdds(GroupChain groups, int classes, int size, long budget)
    {
        (int[] widths, long least) = Widest(groups, budget, widths => MultiplyAdds(groups, widths, classes, size));
        return least <= budget
            ? widths
            : throw new UsageException(
                $"--budget multiply-adds: the narrowest {groups} net has {least} for an image, and the first model {budget}; allow it more " +
                "by --parameters.");
    }

    /// <summary>The widths with which a training step takes as long as that of a reference net, by measuring a few.</summary>
    /// <remarks>
    /// The factor of the widths starts at that of a budget of parameters; each measurement moves it along the power law through the last
    /// two.
    /// </remarks>
    /// <param name="groups">The plane group, or a chain of them.</param>
    /// <param name="classes">The numbers that the net gives.</param>
    /// <param name="parameters">The budget to start from.</param>
    /// <param name="ratio">Measures the time of a step of a net of some widths over that of the reference.</param>
    /// <returns>The widths that came nearest, and their ratio.</returns>
    /// <exception cref="UsageException">Even the narrowest net takes clearly longer.</exception>
    public static (int[] Widths, double Ratio) SolveTime(
        GroupChain groups, int classes, int parameters, Func<int[], double> ratio)
    {
        ArgumentNullException.ThrowIfNull(ratio);
        double factor = Factor(groups, parameters, widths => Parameters(groups, widths, classes)), power = FirstPower;
        List<(int[] Widths, double Factor, double Ratio)> tried = [];
        while (tried.Count < Measurements)
        {
            int[] widths = Widths(groups, factor);
            if (tried.Any(other => other.Widths.SequenceEqual(widths)))
            {
                break;
            }

            tried.Add((widths, factor, ratio(widths)));
            if (tried is [.., var before, var last] && last.Factor != before.Factor)
            {
                power = Math.Clamp(Math.Log(last.Ratio / before.Ratio) / Math.Log(last.Factor / before.Factor), 0.5, 3);
            }

            factor *= Math.Clamp(Math.Pow(tried[^1].Ratio, -1 / power), 0.25, 4);
        }

        (int[] nearest, _, double reached) = tried.MinBy(one => Math.Abs(Math.Log(one.Ratio)));
        return reached <= MostRatio || tried[^1].Widths.Any(width => width > 1)
            ? (nearest, reached)
            : throw new UsageException(
                $"--budget time: a step of the narrowest {groups} net takes {reached:0.00} times as long as one of the first model; allow it " +
                "more by --parameters.");
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

    /// <summary>
    /// The multiply-adds of one image in a <see cref="GalaxyNet"/>, in closed form: of each convolution taps times channels in times
    /// channels
    /// out times positions out, with the filters of the plain net that it is exported to.
    /// </summary>
    /// <param name="groups">The plane group, or a chain of them.</param>
    /// <param name="widths">Regular fields after each convolution.</param>
    /// <param name="classes">The numbers that the net gives.</param>
    /// <param name="size">The side of the images.</param>
    public static long MultiplyAdds(GroupChain groups, IReadOnlyList<int> widths, int classes, int size)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(widths);
        (long channels, long sum, int side) = (3, 0, size);
        for (int i = 0; i < widths.Count; i++)
        {
            side = i == 0 ? Half(side) : side;
            long taps = GalaxyNet.Window(groups.First, i == 0 ? GalaxyNet.LiftingRadius : GalaxyNet.Radius).Count;
            long next = (long)widths[i] * Order(groups, i);
            sum += taps * channels * next * Positions(groups, side);
            (channels, side) = (next, GalaxyNet.IsPooled(i) ? Half(side) : side);
        }

        return sum + ((long)widths[^1] * classes);
    }

    // The count grows with the factor: halve the interval until its ends give the same widths, then widen layer by layer.
    private static (int[] Widths, long Cost) Widest(GroupChain groups, long budget, Func<int[], long> cost)
    {
        int[] widths = Widths(groups, Factor(groups, budget, cost));
        for (int layer = widths.Length - 1; layer >= 0; layer--)
        {
            widths[layer]++;
            while (cost(widths) <= budget)
            {
                widths[layer]++;
            }

            widths[layer]--;
        }

        return (widths, cost(widths));
    }

    private static double Factor(GroupChain groups, long budget, Func<int[], long> cost)
    {
        (double low, double high) = (0, budget);
        while (high - low > 1e-6 * high)
        {
            double middle = (low + high) / 2;
            (low, high) = cost(Widths(groups, middle)) <= budget ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static int Half(int side) => ((side - 1) / 2) + 1;

    private static long Positions(GroupChain groups, int side) =>
        groups.Lattice is HexagonalLattice ? new HexagonalDomain((side - 1) / 2).Count : (long)side * side;

    private static int[] Widths(GroupChain groups, double factor) => [.. Shape.Select((width, i) =>
        (int)Math.Max(1, Math.Min(width * factor * Math.Sqrt((double)groups.First.Order / Order(groups, i)), 100_000)))];

    private static int Order(GroupChain groups, int layer) => groups.At(layer, Shape.Length).Order;
}
