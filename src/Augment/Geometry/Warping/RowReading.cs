using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GCnn.Augment;

/// <summary>The loops that read a row of the output, one for each interpolation: a vector of four channels for each pixel.</summary>
internal static class RowReading
{
    /// <summary>How many pixels before the image, and how many after it, a place that <see cref="RowPlaces"/> gives may read.</summary>
    public static (int Before, int After) Reach(Interpolation interpolation) => interpolation switch
    {
        Interpolation.Nearest => (1, 1),
        Interpolation.Bilinear => (1, 2),
        _ => (3, 4),
    };

    /// <summary>Reads a row, <c>row[4 i + c]</c>.</summary>
    public static void Read(Interpolation interpolation, FramedPixels pixels, RowPlaces places, Span<float> row)
    {
        _ = (row[(places.Count * ChannelQuad.Lanes) - 1], places.Offsets[places.Count - 1], places.Down[places.Count - 1]);
        switch (interpolation)
        {
            case Interpolation.Nearest:
                ReadNearest(pixels, places, row);
                break;
            case Interpolation.Bilinear:
                ReadBilinear(pixels, places, row);
                break;
            default:
                ReadBicubic(pixels, places, row);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadNearest(FramedPixels pixels, RowPlaces places, Span<float> row)
    {
        ref float origin = ref Unsafe.Add(ref MemoryMarshal.GetReference(pixels.Pixels), pixels.Origin);
        ref int offsets = ref MemoryMarshal.GetReference(places.Offsets);
        ref float to = ref MemoryMarshal.GetReference(row);
        for (int i = 0; i < places.Count; i++)
        {
            Vector128.LoadUnsafe(ref Unsafe.Add(ref origin, Unsafe.Add(ref offsets, i)))
                .StoreUnsafe(ref to, (nuint)(i * ChannelQuad.Lanes));
        }
    }

    /// <summary>Down the two columns at once, which are neighbours in memory, then across them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadBilinear(FramedPixels pixels, RowPlaces places, Span<float> row)
    {
        ref float origin = ref Unsafe.Add(ref MemoryMarshal.GetReference(pixels.Pixels), pixels.Origin);
        ref int offsets = ref MemoryMarshal.GetReference(places.Offsets);
        ref float right = ref MemoryMarshal.GetReference(places.Right), down = ref MemoryMarshal.GetReference(places.Down);
        ref float to = ref MemoryMarshal.GetReference(row);
        nuint stride = (nuint)pixels.Stride;
        int count = places.Count;
        for (int i = 0; i < count; i++)
        {
            ref float at = ref Unsafe.Add(ref origin, Unsafe.Add(ref offsets, i));
            Vector256<float> above = Vector256.LoadUnsafe(ref at), below = Vector256.LoadUnsafe(ref at, stride);
            Vector256<float> both = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref down, i)), below - above, above);
            Vector128<float> left = both.GetLower();
            Vector128.FusedMultiplyAdd(Vector128.Create(Unsafe.Add(ref right, i)), both.GetUpper() - left, left)
                .StoreUnsafe(ref to, (nuint)(i * ChannelQuad.Lanes));
        }
    }

    /// <summary>Down the four columns, two at once, then across them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadBicubic(FramedPixels pixels, RowPlaces places, Span<float> row)
    {
        ref float origin = ref Unsafe.Add(
            ref MemoryMarshal.GetReference(pixels.Pixels), pixels.Origin - pixels.Stride - ChannelQuad.Lanes);
        ref int offsets = ref MemoryMarshal.GetReference(places.Offsets);
        ref float right = ref MemoryMarshal.GetReference(places.Right), down = ref MemoryMarshal.GetReference(places.Down);
        ref float to = ref MemoryMarshal.GetReference(row);
        nuint stride = (nuint)pixels.Stride;
        int count = places.Count;
        for (int i = 0; i < count; i++)
        {
            ref float at = ref Unsafe.Add(ref origin, Unsafe.Add(ref offsets, i));
            Vector128<float> y = Keys(Unsafe.Add(ref down, i)), x = Keys(Unsafe.Add(ref right, i));
            Vector256<float> left = Down(ref at, stride, y), after = Down(ref Unsafe.Add(ref at, 2 * ChannelQuad.Lanes), stride, y);
            Vector128<float> sum = left.GetLower() * x.GetElement(0);
            sum = Vector128.FusedMultiplyAdd(left.GetUpper(), Vector128.Create(x.GetElement(1)), sum);
            sum = Vector128.FusedMultiplyAdd(after.GetLower(), Vector128.Create(x.GetElement(2)), sum);
            Vector128.FusedMultiplyAdd(after.GetUpper(), Vector128.Create(x.GetElement(3)), sum)
                .StoreUnsafe(ref to, (nuint)(i * ChannelQuad.Lanes));
        }
    }

    /// <summary>Two neighbouring columns of four pixels, summed with their weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Down(ref float at, nuint stride, Vector128<float> weights)
    {
        Vector256<float> sum = Vector256.LoadUnsafe(ref at) * weights.GetElement(0);
        sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref at, stride), Vector256.Create(weights.GetElement(1)), sum);
        sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref at, 2 * stride), Vector256.Create(weights.GetElement(2)), sum);
        return Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref at, 3 * stride), Vector256.Create(weights.GetElement(3)), sum);
    }

    /// <summary>The weights of the pixels at −1, 0, 1 and 2 around a place at <c>t</c>. Source: [Keys1981], equation 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Keys(float t)
    {
        Vector128<float> power = Vector128.Create(t);
        Vector128<float> sum = Vector128.FusedMultiplyAdd(
            Vector128.Create(-0.5f, 1.5f, -1.5f, 0.5f), power, Vector128.Create(1, -2.5f, 2, -0.5f));
        sum = Vector128.FusedMultiplyAdd(sum, power, Vector128.Create(-0.5f, 0, 0.5f, 0));
        return Vector128.FusedMultiplyAdd(sum, power, Vector128.Create(0f, 1, 0, 0));
    }
}
