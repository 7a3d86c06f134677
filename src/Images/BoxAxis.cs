namespace GCnn.Images;

/// <summary>Along one axis: which source pixels each output cell covers, and how much of them, in units of <c>1 / (2 size)</c> pixel.
/// Source pixel <c>i</c> is <c>[2 size i, 2 size (i + 1))</c>; cell <c>j</c> of the centred window of <c>side</c> pixels is
/// <c>[(length - side) size + 2 side j, ... + 2 side)</c>. All integers, at most 2 * 4096 * 16384.</summary>
internal readonly struct BoxAxis(int length, int side, int size)
{
    /// <summary>Sum of the weights of one cell.</summary>
    public long Total => 2L * side;

    private int Pixel => 2 * size;

    public int First(int cell) => Start(cell) / Pixel;

    public int Last(int cell) => (Start(cell + 1) - 1) / Pixel;

    public int Weight(int cell, int pixel) =>
        Math.Min(Start(cell + 1), Pixel * (pixel + 1)) - Math.Max(Start(cell), Pixel * pixel);

    private int Start(int cell) => ((length - side) * size) + (2 * side * cell);
}
