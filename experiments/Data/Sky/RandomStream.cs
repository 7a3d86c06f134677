namespace GCnn.Experiments.Data.Sky;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine and version. <see cref="System.Random"/> does not
/// promise that for a seed from one version of .NET to the next.</summary>
public sealed class RandomStream
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>Starts a stream of its own for each pair: streams of neighbouring indices or seeds have nothing in common.</summary>
    public RandomStream(ulong seed, ulong index) => _state = Mix(Mix(seed + GoldenGamma) ^ (index * 0xD1342543DE82EF95));

    /// <summary>Sixty-four random bits.</summary>
    public ulong NextBits() => Mix(_state += GoldenGamma);

    /// <summary>Uniform on [0, 1), in steps of 2^-53.</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform between two numbers.</summary>
    public double Between(double low, double high) => low + ((high - low) * NextUnit());

    /// <summary>Uniform in the logarithm between two positive numbers.</summary>
    public double BetweenLogs(double low, double high) => low * Math.Pow(high / low, NextUnit());

    /// <summary>Fills with independent numbers of the standard normal distribution (Box and Muller 1958).</summary>
    public void FillNormal(Span<float> values)
    {
        for (var i = 0; i < values.Length; i += 2)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - NextUnit()));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * NextUnit());
            values[i] = (float)(radius * cosine);
            if (i + 1 < values.Length)
                values[i + 1] = (float)(radius * sine);
        }
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
