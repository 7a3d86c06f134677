namespace GCnn.Layers;

/// <summary>How a convolution is computed.</summary>
public enum ConvolutionRoute
{
    /// <summary>In float32 the faster route for the layer and the image's size, by a model of their costs; in float64 the expanded one.</summary>
    Automatic,

    /// <summary>Free weights are expanded into an ordinary filter for <c>conv2d</c>: every device, every type.</summary>
    Expanded,

    /// <summary>
    /// The Fourier transform over the group makes the convolution block-diagonal, with a fraction of the multiplications; on the CPU.
    /// Elsewhere, and for other numbers than <c>float32</c> and <c>float64</c>, the filter is expanded.
    /// </summary>
    Fourier,
}
