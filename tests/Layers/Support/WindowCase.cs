using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Layers.Tests;

/// <summary>A sliding window on an axis of <c>Side</c> pixels.</summary>
internal sealed record WindowCase(int Side, int Kernel, int Stride, int Padding, int Dilation)
{
    /// <summary>What is left over, <c>(n + 2p − k_eff) mod s</c>.</summary>
    public int Remainder => (Side + (2 * Padding) - Extent) % Stride;

    private int Extent => (Dilation * (Kernel - 1)) + 1;

    /// <summary>Windows that see at least one pixel of the image, wherever they stand.</summary>
    public static Arbitrary<WindowCase> All(int largestDilation) => Arb.From(
        from side in Gen.Choose(1, 9)
        from kernel in Gen.Choose(1, 5)
        from stride in Gen.Choose(1, 4)
        from dilation in Gen.Choose(1, largestDilation)
        from padding in Gen.Choose(0, dilation * (kernel - 1) / 2)
        let drawn = new WindowCase(side, kernel, stride, padding, dilation)
        where drawn.Extent <= side
        select drawn);
}
