using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Experiments.Models;

/// <summary>Pins how the convolutions of a net are computed.</summary>
public static class ConvolutionRoutes
{
    /// <summary>Sets the route of every <see cref="Convolution"/> in a net.</summary>
    /// <param name="net">The net.</param>
    /// <param name="route">The route; if null they stay as they are.</param>
    /// <exception cref="NotSupportedException">A convolution has no such route.</exception>
    public static void SetRoute(this nn.Module net, ConvolutionRoute? route)
    {
        ArgumentNullException.ThrowIfNull(net);
        if (route is { } chosen)
        {
            foreach (Convolution convolution in net.modules().OfType<Convolution>())
            {
                convolution.Route = chosen;
            }
        }
    }
}
