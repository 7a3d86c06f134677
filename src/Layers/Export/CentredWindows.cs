using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Windows on hexagonal images, which are centred at every size, by plain modules that count windows from a corner.</summary>
/// <remarks>
/// <see cref="HexagonFrame"/> adds <c>s ⌊(R + p − e) / s⌋ + e' − R</c> cells on every side of the stored square, where windows reach
/// <c>e'</c> cells along the axis and <c>e</c> along the longer one. With stride 1 that is <c>p − e + e'</c> at every radius, an ordinary
/// padding. Else it is less by <c>(R + p − e) mod s</c>, which <see cref="PlainFrame"/> finds: with <c>n = 2R + 1</c>,
/// <c>k = 2e' + 1</c> and that padding, <c>n + 2 (p − e + e') − k = 2 (R + p − e)</c>.
/// </remarks>
internal static class CentredWindows
{
    /// <summary>The windows with what must stand around them; what they leave outside the output's hexagon is masked.</summary>
    /// <param name="windows">Makes the windows for a padding that they do themselves.</param>
    /// <param name="reach">How far a window reaches from its centre, in rows and in columns.</param>
    /// <param name="stride">The step between windows.</param>
    /// <param name="padding">The cells added around the hexagon.</param>
    internal static nn.Module<Tensor, Tensor> On(
        Func<(long, long), nn.Module<Tensor, Tensor>> windows, (int Rows, int Columns) reach, int stride, int padding)
    {
        int lacking = padding - Math.Max(reach.Rows, reach.Columns), rows = lacking + reach.Rows, columns = lacking + reach.Columns;
        return stride == 1 && rows >= 0 && columns >= 0
            ? PlainSequence.Of(windows((rows, columns)), new PlainHexagon())
            : PlainSequence.Of(
                new PlainFrame(((2 * reach.Rows) + 1, rows), ((2 * reach.Columns) + 1, columns), stride), windows((0, 0)),
                new PlainHexagon());
    }
}
