using System.Globalization;
using GCnn.Layers;

namespace GCnn.Benchmarks;

/// <summary>Fits the model of the routes' costs to measurements.</summary>
internal static class RouteFit
{
    /// <summary>Tensors of as many numbers are in the caches between two calls.</summary>
    private const double Cached = 1e6;

    /// <summary>Prints <see cref="RouteCoefficients"/>.</summary>
    public static void Run(IReadOnlyList<RouteTimes> measured)
    {
        RoutePass[] passes = Enum.GetValues<RoutePass>();
        RouteTerms[] terms = [.. measured.Select(times => new RouteTerms(times.Case))];
        Print("Fourier", Fit(
            from i in Enumerable.Range(0, terms.Length)
            from pass in passes
            select (terms[i].Fourier(pass), Alike(terms[i], pass), measured[i].Of(pass, ConvolutionRoute.Fourier))));
        foreach (bool byMatrices in new[] { false, true })
        {
            foreach (RoutePass pass in passes)
            {
                Print($"{(byMatrices ? "ByMatrices" : "Blocked")}, {pass}", Fit(
                    from i in Enumerable.Range(0, terms.Length)
                    where terms[i].IsByMatrices == byMatrices
                    select (terms[i].Expanded, Alike(terms[i], pass), measured[i].Of(pass, ConvolutionRoute.Expanded))));
            }
        }
    }

    /// <summary>
    /// What every route does alike, so that it does not matter to the choice: memory that comes from the system or goes out of the caches.
    /// </summary>
    private static double[] Alike(RouteTerms terms, RoutePass pass)
    {
        double[] counts = new double[6];
        double[] ofPass = [Math.Max(terms.OutputNumbers - Cached, 0), Math.Max(terms.InputNumbers - Cached, 0)];
        ofPass.CopyTo(counts, 2 * (int)pass);
        return counts;
    }

    private static (double[] Found, int Own, double[] Errors) Fit(IEnumerable<(double[] Terms, double[] Alike, double Time)> cases)
    {
        (double[] Terms, double[] Alike, double Time)[] all = [.. cases];
        double[][] rows = [.. all.Select(one => one.Terms.Concat(one.Alike).Select(count => count / one.Time).ToArray())];
        double[] found = RelativeFit.Run(rows);
        return (found, all[0].Terms.Length, [.. rows.Select(row => Math.Abs(row.Zip(found, (a, b) => a * b).Sum() - 1)).Order()]);
    }

    private static void Print(string name, (double[] Found, int Own, double[] Errors) fit)
    {
        double[] errors = fit.Errors;
        Console.WriteLine($"{name}: {errors.Length} times, relative error {errors[errors.Length / 2]:0.000} in the middle, "
            + $"{errors[errors.Length * 9 / 10]:0.000} of nine in ten");
        Console.WriteLine("    [" + string.Join(", ", fit.Found.Take(fit.Own).Select(Short)) + "]");
    }

    /// <summary>Four digits that count, without a power of ten.</summary>
    private static string Short(double number)
    {
        CultureInfo plain = CultureInfo.InvariantCulture;
        return double.Parse(number.ToString("E3", plain), plain).ToString("0.#######", plain);
    }
}
