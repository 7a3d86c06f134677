using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// He initialisation of free weights, in closed form: <c>σ² = 2 / FanIn</c>, where <c>FanIn</c> counts input channels times stencil points.
/// </summary>
/// <remarks>
/// Why the count needs no correction for shared weights is derived at <see cref="FilterIndexMap.FanIn"/>. Source: [He2015], equation (10).
/// </remarks>
public static class HeInitialization
{
    /// <summary>Draws the free weights of a convolution.</summary>
    /// <param name="map">The convolution's index map.</param>
    /// <param name="generator">The source of the numbers; the default generator if null.</param>
    /// <returns><c>map.FreeCount</c> independent normal numbers with mean 0 and variance <c>2 / map.FanIn</c>.</returns>
    public static Tensor Normal(FilterIndexMap map, Generator? generator = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        return empty(map.FreeCount).normal_(0, Math.Sqrt(2.0 / map.FanIn), generator);
    }
}
