using System.Diagnostics;
using System.Globalization;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Benchmarks;

/// <summary>
/// What a case was measured to take, in nanoseconds: for each <see cref="RoutePass"/> the group-Fourier route and the expanded one, both
/// twice.
/// </summary>
internal sealed record RouteTimes(RouteCase Case, double[] Numbers)
{
    private const int PassCount = 3;
    private const double Patience = 0.1;
    private const int LeastRounds = 3;
    private const int CaseColumns = 11;

    /// <summary>The shortest time of a pass on a route, in one of two halves of the measurement.</summary>
    public double Of(RoutePass pass, ConvolutionRoute route, int half) =>
        Numbers[(((int)pass * 2) + (route == ConvolutionRoute.Fourier ? 0 : 1)) * 2 + half];

    /// <summary>The shortest time of a pass on a route.</summary>
    public double Of(RoutePass pass, ConvolutionRoute route) => Math.Min(Of(pass, route, 0), Of(pass, route, 1));

    /// <summary>Reads what <see cref="ToLine"/> writes.</summary>
    public static RouteTimes Parse(string line)
    {
        string[] parts = line.Split(',');
        return new(
            RouteCase.Parse(line), [.. parts.Skip(CaseColumns).Select(part => double.Parse(part, CultureInfo.InvariantCulture))]);
    }

    /// <summary>The case and its times as one line of numbers.</summary>
    public string ToLine() => Case.ToLine() + string.Concat(
        Numbers.Select(number => "," + number.ToString("0", CultureInfo.InvariantCulture)));

    /// <summary>Measures both routes in turn.</summary>
    public static RouteTimes Measure(RouteCase drawn)
    {
        using var scope = NewDisposeScope();
        using Convolution layer = drawn.Build();
        Tensor x = randn(drawn.Batch, drawn.Input.Channels, drawn.Side, drawn.Side), leaf = x.clone().requires_grad_(true);
        Tensor gradient = randn_like(layer.call(x).detach());
        double[] numbers = new double[PassCount * 4];
        foreach (RoutePass pass in Enum.GetValues<RoutePass>())
        {
            layer.train(pass != RoutePass.Forward);
            Interleaved(layer, pass, x, leaf, gradient).CopyTo(numbers, (int)pass * 4);
        }

        return new RouteTimes(drawn, numbers);
    }

    private static void Run(Convolution layer, RoutePass pass, Tensor x, Tensor leaf, Tensor gradient)
    {
        switch (pass)
        {
            case RoutePass.Forward:
                using (IDisposable noGrad = no_grad())
                {
                    layer.call(x);
                }

                break;
            case RoutePass.WeightStep:
                autograd.grad([layer.call(x)], [layer.Weight], [gradient]);
                break;
            default:
                autograd.grad([layer.call(leaf)], [leaf, layer.Weight], [gradient]);
                break;
        }
    }

    /// <summary>The shortest times: group-Fourier of both halves, then expanded of both halves.</summary>
    private static double[] Interleaved(Convolution layer, RoutePass pass, Tensor x, Tensor leaf, Tensor gradient)
    {
        double[] best = [double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity];
        for (int half = 0; half < 2; half++)
        {
            long begin = Stopwatch.GetTimestamp();
            for (int round = 0; round < LeastRounds || Stopwatch.GetElapsedTime(begin).TotalSeconds < Patience; round++)
            {
                for (int route = 0; route < 2; route++)
                {
                    layer.Route = route == 0 ? ConvolutionRoute.Fourier : ConvolutionRoute.Expanded;
                    using var scope = NewDisposeScope();
                    ChangeWeights(layer, pass);
                    long start = Stopwatch.GetTimestamp();
                    Run(layer, pass, x, leaf, gradient);
                    int at = (route * 2) + half;
                    best[at] = Math.Min(best[at], Stopwatch.GetElapsedTime(start).TotalNanoseconds);
                }
            }
        }

        return best;
    }

    /// <summary>As an optimiser does between steps, so that what is made of the weights is made anew.</summary>
    private static void ChangeWeights(Convolution layer, RoutePass pass)
    {
        if (pass != RoutePass.Forward)
        {
            using IDisposable frozen = no_grad();
            layer.Weight.mul_(-1);
        }
    }
}
