using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GCnn.Augment;

/// <summary>Up to four planes of numbers to one row of vectors with a lane for each plane, and back.</summary>
internal static class ChannelQuad
{
    /// <summary>The channels that stand side by side.</summary>
    public const int Lanes = 4;

    /// <summary>Puts <c>plane[c · distance + x]</c> at <c>row[4 x + c]</c>. Lanes without a channel repeat the last one's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Join(ReadOnlySpan<float> planes, int distance, int channels, int columns, Span<float> row)
    {
        _ = (planes[((channels - 1) * distance) + columns - 1], row[(columns * Lanes) - 1]);
        ref float a = ref MemoryMarshal.GetReference(planes);
        ref float b = ref Unsafe.Add(ref a, Math.Min(1, channels - 1) * distance);
        ref float c = ref Unsafe.Add(ref a, Math.Min(2, channels - 1) * distance);
        ref float d = ref Unsafe.Add(ref a, Math.Min(3, channels - 1) * distance);
        ref float to = ref MemoryMarshal.GetReference(row);
        int x = 0;
        for (; x <= columns - Lanes; x += Lanes)
        {
            nuint at = (nuint)x;
            var (p, q, r, s) = Transposed(
                Vector128.LoadUnsafe(ref a, at), Vector128.LoadUnsafe(ref b, at),
                Vector128.LoadUnsafe(ref c, at), Vector128.LoadUnsafe(ref d, at));
            p.StoreUnsafe(ref to, at * Lanes);
            q.StoreUnsafe(ref to, (at * Lanes) + 4);
            r.StoreUnsafe(ref to, (at * Lanes) + 8);
            s.StoreUnsafe(ref to, (at * Lanes) + 12);
        }

        for (; x < columns; x++)
        {
            Vector128.Create(Unsafe.Add(ref a, x), Unsafe.Add(ref b, x), Unsafe.Add(ref c, x), Unsafe.Add(ref d, x))
                .StoreUnsafe(ref to, (nuint)(x * Lanes));
        }
    }

    /// <summary>Puts <c>row[4 x + c]</c> at <c>plane[c · distance + x]</c>, for the channels that there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Split(ReadOnlySpan<float> row, int columns, Span<float> planes, int distance, int channels)
    {
        _ = (planes[((channels - 1) * distance) + columns - 1], row[(columns * Lanes) - 1]);
        ref float from = ref MemoryMarshal.GetReference(row);
        ref float to = ref MemoryMarshal.GetReference(planes);
        int x = 0;
        for (; x <= columns - Lanes; x += Lanes)
        {
            nuint at = (nuint)x * Lanes;
            var (a, b, c, d) = Transposed(
                Vector128.LoadUnsafe(ref from, at), Vector128.LoadUnsafe(ref from, at + 4),
                Vector128.LoadUnsafe(ref from, at + 8), Vector128.LoadUnsafe(ref from, at + 12));
            Store(a, ref to, 0);
            Store(b, ref to, 1);
            Store(c, ref to, 2);
            Store(d, ref to, 3);
        }

        for (; x < columns; x++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                Unsafe.Add(ref to, (channel * distance) + x) = Unsafe.Add(ref from, (x * Lanes) + channel);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Store(Vector128<float> values, ref float to, int channel)
        {
            if (channel < channels)
            {
                values.StoreUnsafe(ref to, (nuint)((channel * distance) + x));
            }
        }
    }

    /// <summary>Rows to columns of a 4 x 4 matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> A, Vector128<float> B, Vector128<float> C, Vector128<float> D) Transposed(
        Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        if (!Sse.IsSupported)
        {
            return (Column(0), Column(1), Column(2), Column(3));
        }

        Vector128<float> lowAB = Sse.UnpackLow(a, b), highAB = Sse.UnpackHigh(a, b);
        Vector128<float> lowCD = Sse.UnpackLow(c, d), highCD = Sse.UnpackHigh(c, d);
        return (Sse.MoveLowToHigh(lowAB, lowCD), Sse.MoveHighToLow(lowCD, lowAB),
            Sse.MoveLowToHigh(highAB, highCD), Sse.MoveHighToLow(highCD, highAB));

        Vector128<float> Column(int i) => Vector128.Create(a.GetElement(i), b.GetElement(i), c.GetElement(i), d.GetElement(i));
    }
}
