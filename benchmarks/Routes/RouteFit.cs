using GCnn.Layers;
using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Benchmarks;

/// <summary>
/// The command <c>routes</c>: measures both routes of random convolutions, fits the model of their costs, and says how well the model that is
/// built in chooses.
/// </summary>
internal static class RouteFit
{
    public static int Run(string[] arguments)
    {
        int count = arguments.Length > 0 ? int.Parse(arguments[0]) : 200, seed = arguments.Length > 1 ? int.Parse(arguments[1]) : 1;
        TorchSharp.torch.set_num_threads(1);
        Random random = new(seed);
        List<RouteTimes> measured = [];
        for (int i = 0; i < count; i++)
        {
            measured.Add(RouteTimes.Measure(RouteCase.Draw(random)));
        }

        Console.WriteLine($"{count} convolutions, seed {seed}, one thread");
        Report("forward", measured, times => times.Forward, gradients: false);
        Report("step", measured, times => times.Step, gradients: true);
        return 0;
    }

    private static void Report(string pass, List<RouteTimes> measured, Func<RouteTimes, double[]> timesOf, bool gradients)
    {
        Console.WriteLine($"{pass}: fourier  {Fit(measured.Select(m => (m.Fourier, timesOf(m)[0])))}");
        Console.WriteLine($"{pass}: expanded {Fit(measured.Select(m => (m.Expanded, timesOf(m)[1])))}");
        (RouteTimes Case, double Loss)[] losses = [.. measured.Select(m =>
        {
            double[] times = timesOf(m);
            bool fourier = RouteModel.PrefersFourier(m.Fourier, m.Expanded, gradients);
            return (m, times[fourier ? 0 : 1] / times.Min());
        }).OrderByDescending(pair => pair.Item2)];
        int better = measured.Count(m => timesOf(m)[0] < timesOf(m)[1]);
        Console.WriteLine($"{pass}: fourier is faster in {better} of {measured.Count}; chosen above 1.10 of the better: "
            + $"{losses.Count(pair => pair.Loss > 1.1)}, largest {losses[0].Loss:0.00}");
        foreach ((RouteTimes worst, double loss) in losses.Take(5))
        {
            Console.WriteLine($"  {loss:0.00}  {worst.Case}: {timesOf(worst)[0] / 1e6:0.00} against {timesOf(worst)[1] / 1e6:0.00} ms");
        }
    }

    /// <summary>Nanoseconds per feature, not negative, by least squares of relative errors.</summary>
    private static string Fit(IEnumerable<(RouteFeatures Features, double Time)> cases)
    {
        (double[] Row, double Time)[] rows = [.. cases.Select(c => (Numbers(c.Features), c.Time))];
        List<int> kept = [.. Enumerable.Range(0, RouteFeatures.Count).Where(i => rows.Any(row => row.Row[i] != 0))];
        while (true)
        {
            var matrix = Matrix<double>.Build.Dense(rows.Length, kept.Count, (r, c) => rows[r].Row[kept[c]] / rows[r].Time);
            Vector<double> found = matrix.QR().Solve(Vector<double>.Build.Dense(rows.Length, 1));
            int lowest = found.MinimumIndex();
            if (found[lowest] >= 0)
            {
                double error = Math.Sqrt((matrix * found).Subtract(1).PointwisePower(2).Average());
                return string.Join(", ", Enumerable.Range(0, RouteFeatures.Count)
                    .Select(i => kept.Contains(i) ? $"{found[kept.IndexOf(i)]:0.####}" : "0")) + $"   (relative error {error:0.00})";
            }

            kept.RemoveAt(lowest);
        }
    }

    private static double[] Numbers(RouteFeatures f) => [f.Multiplications, f.Transformed, f.Moved, f.Weights, f.Calls];
}
