namespace GCnn.Augment;

/// <summary>The random numbers of one sample in one epoch: the same on every machine, whatever the batch and the threads.</summary>
/// <remarks>
/// SplitMix64 with a start that absorbs the key number by number. With <c>γ = 0x9E3779B97F4A7C15</c> and arithmetic modulo <c>2^64</c>:
/// <c>k = mix(seed + γ)</c>, <c>k = mix((k xor epoch) + γ)</c>, <c>k = mix((k xor sample) + γ)</c>; the <c>n</c>-th output is
/// <c>mix(k + n γ)</c>, <c>n = 1, 2, ...</c>. It is a function of key and counter alone, so no stream waits for another.
/// <see cref="System.Random"/> does not promise the same numbers from one version of .NET to the next.
/// Source: [SteeleLeaFlood2014].
/// </remarks>
public sealed class SampleStream
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>The stream of a sample in an epoch.</summary>
    /// <param name="seed">The seed of the whole run.</param>
    /// <param name="epoch">The epoch, so that each sees other numbers.</param>
    /// <param name="sample">The sample's number in the data set, not in the batch.</param>
    public SampleStream(long seed, long epoch, long sample)
        : this(Absorb(Absorb(Absorb(0, seed), epoch), sample))
    {
    }

    /// <summary>The stream that starts at a key, such as one that <see cref="NextKey"/> drew.</summary>
    /// <param name="key">The key <c>k</c>.</param>
    public SampleStream(ulong key) => _state = key;

    /// <summary>Sixty-four random bits.</summary>
    public ulong NextBits() => Mix(_state += Gamma);

    /// <summary>A key for a stream of its own, for numbers that are drawn when parameters are applied.</summary>
    public ulong NextKey() => Mix(NextBits() + Gamma);

    /// <summary>Uniform on [0, 1), in steps of <c>2^-53</c>.</summary>
    public double NextUnit() => (long)(NextBits() >> 11) * (1.0 / (1L << 53));

    /// <summary>
    /// A whole number from 0 to <c>count − 1</c>: the high word of <c>bits · count</c>, uniform up to <c>count / 2^64</c>.
    /// </summary>
    /// <param name="count">How many numbers there are, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public int NextIndex(int count) => count >= 1
        ? (int)Math.BigMul(NextBits(), (ulong)count, out _)
        : throw new ArgumentOutOfRangeException(nameof(count), $"A draw needs at least 1 number to choose from; it was given {count}.");

    /// <summary>Uniform on an interval.</summary>
    /// <param name="interval">The interval.</param>
    public double NextUniform(Interval interval) => interval.Low + ((interval.High - interval.Low) * NextUnit());

    /// <summary>Log-uniform on an interval of positive numbers: a factor and its inverse are as likely on <c>[1/a, a]</c>.</summary>
    /// <param name="interval">The interval; its low end is above 0.</param>
    public double NextLogUniform(Interval interval) => interval.Low * Math.Pow(interval.High / interval.Low, NextUnit());

    /// <summary>One of two outcomes, each as likely.</summary>
    public bool NextBool() => (NextBits() >> 63) == 1;

    /// <summary>Fills with independent numbers of the standard normal distribution.</summary>
    /// <param name="values">Where they go.</param>
    public void FillNormal(Span<float> values) => Ziggurat.Fill(this, values);

    private static ulong Absorb(ulong key, long number) => Mix((key ^ (ulong)number) + Gamma);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
