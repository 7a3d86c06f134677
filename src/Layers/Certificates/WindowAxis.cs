namespace GCnn.Layers;

/// <summary>
/// The windows of a layer along one axis of an image: <c>N = ⌊(n + 2p − k_eff) / s⌋ + 1</c> of them begin at <c>−p, −p + s, …</c>, and
/// <c>(n + 2p − k_eff) mod s</c> padded pixels are left over behind the last.
/// </summary>
/// <param name="Length">The number <c>n</c> of pixels.</param>
/// <param name="Extent">The number <c>k_eff</c> of pixels that a window covers.</param>
/// <param name="Window">The layer's stride, padding and kind.</param>
internal readonly record struct WindowAxis(int Length, int Extent, WindowGeometry Window)
{
    /// <summary>What the padded axis has beyond one window, <c>n + 2p − k_eff</c>; negative where no window fits.</summary>
    public int Room => Length + (2 * Window.Padding) - Extent;

    /// <summary>The number of windows, the length of the output.</summary>
    public int Places => (Room / Window.Stride) + 1;

    /// <summary>The pixels left over, <c>(n + 2p − k_eff) mod s</c>.</summary>
    public int LeftOver => Room % Window.Stride;

    /// <summary>
    /// Whether the reversed axis has the same windows. The reversed windows stand <see cref="LeftOver"/> pixels further on, so nothing may
    /// be left over; or the shift may not matter, because it is a whole turn of a wrapped axis or because each window, there and here,
    /// holds all pixels, <c>k_eff ≥ n + p</c>, and asks only which ones it holds.
    /// </summary>
    public bool IsReversible => LeftOver == 0
        || (Window.Wraps && LeftOver % Length == 0)
        || (Window is { Unordered: true, Dilation: 1 } && Extent >= Length + Window.Padding);

    /// <summary>
    /// Whether a cyclic shift of the axis by <c>s</c> is one of the output by 1: no pixels are invented, and the <c>N s</c> pixels of a whole
    /// turn of the output are whole turns of the input.
    /// </summary>
    public bool IsCyclic => (Window.Wraps || Window.Padding == 0) && Places * Window.Stride % Length == 0;
}
