using System.Numerics;

namespace GCnn.Data;

/// <summary>A permutation of <c>0, ..., n - 1</c> without a table of it: a Feistel network on <c>2h</c> bits, the fewest with
/// <c>4^h >= n</c>, and cycle walking.</summary>
/// <remarks>
/// One round takes <c>(a, b)</c>, of <c>h</c> bits each, to <c>(b, a xor F_r(b))</c>, which is a permutation whatever <c>F_r</c> is
/// [LubyRackoff1988]. What comes to lie beyond <c>n</c> goes through the network again until it does not: on the numbers below <c>n</c>
/// that is a permutation too [BlackRogaway2002], and fewer than four passes are expected, since <c>4^h &lt; 4n</c>. <c>F_r</c> is the mixing
/// function of SplitMix64 [SteeleLeaFlood2014] with a key of its own for each round, drawn from seed and epoch.
/// </remarks>
internal sealed class ShuffledOrder : SampleOrder
{
    private const int Rounds = 8;
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private readonly ulong[] _keys;
    private readonly int _half;

    public ShuffledOrder(long count, long seed, long epoch)
        : base(count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 1L << 62);
        ulong key = Mix(Mix((ulong)seed + Gamma) ^ (ulong)epoch);
        _keys = [.. Enumerable.Range(1, Rounds).Select(round => Mix(key + ((ulong)round * Gamma)))];
        _half = (BitOperations.Log2((ulong)Math.Max(1, count - 1)) / 2) + 1;
    }

    private protected override long At(long place)
    {
        do
        {
            place = Permuted(place);
        }
        while (place >= Count);
        return place;
    }

    private long Permuted(long value)
    {
        ulong mask = (1UL << _half) - 1;
        (ulong a, ulong b) = ((ulong)value >> _half, (ulong)value & mask);
        foreach (ulong key in _keys)
        {
            (a, b) = (b, a ^ (Mix(b + key) & mask));
        }

        return (long)((a << _half) | b);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
