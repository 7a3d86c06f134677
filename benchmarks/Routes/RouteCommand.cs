using System.Globalization;
using GCnn.Layers;

namespace GCnn.Benchmarks;

/// <summary>
/// The command <c>routes</c>: <c>routes measure FILE COUNT SEED</c> measures both routes of random convolutions, <c>routes fit FILE</c>
/// fits the model of their costs, <c>routes judge FILE</c> says how well the model that is built in chooses.
/// </summary>
internal static class RouteCommand
{
    private const double Tolerated = 1.1;

    private static readonly ConvolutionRoute[] Routes = [ConvolutionRoute.Fourier, ConvolutionRoute.Expanded];

    public static int Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["measure", var file, var count, var seed]:
                Measure(file, Whole(count), Whole(seed));
                return 0;
            case ["fit", var file]:
                RouteFit.Run(Read(file));
                return 0;
            case ["judge", var file]:
                Judge(Read(file));
                return 0;
            default:
                Console.Error.WriteLine("routes measure FILE COUNT SEED | routes fit FILE | routes judge FILE");
                return 1;
        }
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static RouteTimes[] Read(string file) => [.. File.ReadLines(file).Select(RouteTimes.Parse)];

    /// <summary>Continues a file: case number n is that of the seed plus n.</summary>
    private static void Measure(string file, int count, int seed)
    {
        TorchSharp.torch.set_num_threads(1);
        int done = File.Exists(file) ? File.ReadLines(file).Count() : 0;
        using StreamWriter writer = new(file, append: true) { AutoFlush = true };
        for (int i = done; i < done + count; i++)
        {
            writer.WriteLine(RouteTimes.Measure(RouteCase.Draw(new Random(seed + i))).ToLine());
        }
    }

    private static void Judge(RouteTimes[] measured)
    {
        foreach (RoutePass pass in Enum.GetValues<RoutePass>())
        {
            (RouteTimes Times, double Loss)[] losses =
                [.. measured.Select(times => (times, Loss(times, pass, Chosen(times.Case, pass)))).OrderByDescending(pair => pair.Item2)];
            double[] repeats =
                [.. measured.SelectMany(times => Routes.Select(route => Repeat(times, pass, route))).Order()];
            int better = measured.Count(times => times.Of(pass, ConvolutionRoute.Fourier) < times.Of(pass, ConvolutionRoute.Expanded));
            Console.WriteLine($"{pass}: {measured.Length} cases, group-Fourier faster in {better}; chosen route above {Tolerated:0.00} "
                + $"of the better: {losses.Count(pair => pair.Loss > Tolerated)}, mean {losses.Average(pair => pair.Loss):0.000}, "
                + $"largest {losses[0].Loss:0.00}");
            Console.WriteLine($"  the same route twice: above {Tolerated:0.00} in {repeats.Count(repeat => repeat > Tolerated)} "
                + $"of {repeats.Length}, nine in ten below {repeats[repeats.Length * 9 / 10]:0.000}");
            foreach ((RouteTimes times, double loss) in losses.TakeWhile(pair => pair.Loss > 1.05))
            {
                Console.WriteLine($"  {loss:0.00}  {times.Case.ToLine()}: {times.Of(pass, ConvolutionRoute.Fourier) / 1e3:0} against "
                    + $"{times.Of(pass, ConvolutionRoute.Expanded) / 1e3:0} us");
            }
        }
    }

    private static ConvolutionRoute Chosen(RouteCase drawn, RoutePass pass) =>
        new RouteTerms(drawn).ChoosesFourier(pass) ? ConvolutionRoute.Fourier : ConvolutionRoute.Expanded;

    private static double Loss(RouteTimes times, RoutePass pass, ConvolutionRoute chosen) => times.Of(pass, chosen)
        / Math.Min(times.Of(pass, ConvolutionRoute.Fourier), times.Of(pass, ConvolutionRoute.Expanded));

    private static double Repeat(RouteTimes times, RoutePass pass, ConvolutionRoute route) =>
        Math.Max(times.Of(pass, route, 0), times.Of(pass, route, 1)) / times.Of(pass, route);
}
