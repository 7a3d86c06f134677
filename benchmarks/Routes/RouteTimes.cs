using System.Diagnostics;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Benchmarks;

/// <summary>What a case was measured to take, in nanoseconds, and what it has to do.</summary>
internal sealed record RouteTimes(RouteCase Case, RouteFeatures Fourier, RouteFeatures Expanded, double[] Forward, double[] Step)
{
    private const double Patience = 0.15;

    /// <summary>Measures both routes in turn: forward, and forward with both gradients.</summary>
    public static RouteTimes Measure(RouteCase drawn)
    {
        using var scope = NewDisposeScope();
        using Convolution layer = new(
            drawn.Input, drawn.Output, drawn.Stencil, drawn.Stride, drawn.Stencil.Rows / 2, bias: false);
        Tensor x = randn(drawn.Batch, drawn.Input.Channels, drawn.Side, drawn.Side).requires_grad_(true);
        Tensor gradient = randn_like(layer.call(x));
        FieldCorrelation correlation = PixelCorrelation.Of(
            Groups.FilterIndexMap.For(drawn.Input, drawn.Output, drawn.Stencil), transposed: false)!;
        CorrelationShape shape = CorrelationShape.For(
            drawn.Batch, drawn.Side, drawn.Side, correlation.Box, drawn.Stride, 1, drawn.Stencil.Rows / 2, drawn.Stencil.Columns / 2);
        return new RouteTimes(
            drawn, RouteFeatures.OfFourier(correlation, shape), RouteFeatures.OfExpanded(correlation, shape),
            Interleaved(layer, () =>
            {
                using IDisposable noGrad = no_grad();
                layer.call(x);
            }),
            Interleaved(layer, () => autograd.grad([layer.call(x)], [x, layer.Weight], [gradient])));
    }

    /// <summary>The shortest time of each route, group-Fourier first.</summary>
    private static double[] Interleaved(Convolution layer, Action action)
    {
        double[] best = [double.PositiveInfinity, double.PositiveInfinity];
        long begin = Stopwatch.GetTimestamp();
        for (int round = 0; round < 3 || Stopwatch.GetElapsedTime(begin).TotalSeconds < Patience; round++)
        {
            for (int route = 0; route < 2; route++)
            {
                layer.Route = route == 0 ? ConvolutionRoute.Fourier : ConvolutionRoute.Expanded;
                using var scope = NewDisposeScope();
                long start = Stopwatch.GetTimestamp();
                action();
                best[route] = Math.Min(best[route], Stopwatch.GetElapsedTime(start).TotalNanoseconds);
            }
        }

        return best;
    }
}
