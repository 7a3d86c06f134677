using TorchSharp;

namespace GCnn.Layers;

/// <summary>
/// The windows of a layer along one axis of an image: <c>N = ⌊(n + 2p − k_eff) / s⌋ + 1</c> of them begin at <c>−p, −p + s, …</c>, and
/// <c>(n + 2p − k_eff) mod s</c> padded pixels are left over behind the last.
/// </summary>
/// <param name="Length">The number <c>n</c> of pixels.</param>
/// <param name="Taps">The number <c>k</c> of taps of a window along the axis.</param>
/// <param name="Window">The layer's stride, padding, dilation and kind.</param>
internal readonly record struct WindowAxis(int Length, int Taps, WindowGeometry Window)
{
    /// <summary>The pixels that a window covers, <c>k_eff = d (k − 1) + 1</c>.</summary>
    public int Extent => (Window.Dilation * (Taps - 1)) + 1;

    /// <summary>What the padded axis has beyond one window, <c>n + 2p − k_eff</c>; negative where no window fits.</summary>
    public int Room => Length + (2 * Window.Padding) - Extent;

    /// <summary>The number of windows, the length of the output.</summary>
    public int Places => (Room / Window.Stride) + 1;

    /// <summary>The pixels left over, <c>(n + 2p − k_eff) mod s</c>.</summary>
    public int LeftOver => Room % Window.Stride;

    /// <summary>The most that the axis can be padded by: a reflection leaves out the border pixel, and a turn around the image is whole.</summary>
    public int MostPadding => Window.Mode switch
    {
        PaddingModes.Reflect => Length - 1,
        PaddingModes.Circular => Length,
        _ => int.MaxValue,
    };

    /// <summary>
    /// Whether a cyclic shift of the axis by <c>s</c> is one of the output by 1: no pixels are invented, and the <c>N s</c> pixels of a whole
    /// turn of the output are whole turns of the input.
    /// </summary>
    public bool IsCyclic => (Window.Wraps || Window.Padding == 0) && Places * Window.Stride % Length == 0;

    /// <summary>The pixel that a tap of a window reads, or null where it reads a constant.</summary>
    /// <param name="place">The number of the window.</param>
    /// <param name="tap">The number of the tap.</param>
    public int? Source(int place, int tap)
    {
        int at = (place * Window.Stride) + (tap * Window.Dilation) - Window.Padding;
        return at >= 0 && at < Length ? at : Window.Mode switch
        {
            PaddingModes.Circular => ((at % Length) + Length) % Length,
            PaddingModes.Replicate => Math.Clamp(at, 0, Length - 1),
            PaddingModes.Reflect => at < 0 ? -at : (2 * (Length - 1)) - at,
            _ => null,
        };
    }
}
