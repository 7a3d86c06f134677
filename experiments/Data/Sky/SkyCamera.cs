using GCnn.Augment;
using GCnn.Images;

namespace GCnn.Experiments.Data.Sky;

/// <summary>Turns a synthetic object into a picture: light, seeing, photon noise, arcsinh stretch.</summary>
internal static class SkyCamera
{
    /// <summary>Sky brightness over the noise it makes: photons are many, so their Poisson noise is normal with variance
    /// <c>1 + signal / SkyPhotons</c>, in units where the sky alone gives 1.</summary>
    private const float SkyPhotons = 60;

    /// <summary>Brightness, in standard deviations of the noise, where the stretch goes over from linear to logarithmic.</summary>
    private const double Softening = 7;

    /// <summary>Brightness that is shown as white.</summary>
    private const double White = 240;

    public static RgbImage Expose(SkyObject sky, int side)
    {
        float[][] bands = [new float[side * side], new float[side * side], new float[side * side]];
        var light = new float[side * side];
        foreach (var component in sky.Components)
        {
            Array.Clear(light);
            component.AddTo(light, side);
            AddColoured(light, component.Colour, bands);
        }

        var seeing = new GaussianBlur(sky.Seeing * side);
        var grain = new GaussianBlur(sky.Grain * side);
        var stream = new SampleStream(sky.NoiseSeed);
        foreach (var band in bands)
        {
            seeing.Apply(band, side);
            AddNoise(band, Noise(stream, grain, side), sky.Mirrored, side, 1 / grain.NoiseGain);
        }

        return RgbImage.Create(side, side, bands, Stretch);
    }

    private static void AddColoured(float[] light, SkyColour colour, float[][] bands)
    {
        float[] shares = [(float)colour.Red, (float)colour.Green, (float)colour.Blue];
        for (var band = 0; band < bands.Length; band++)
        {
            for (var i = 0; i < light.Length; i++)
                bands[band][i] += shares[band] * light[i];
        }
    }

    private static float[] Noise(SampleStream stream, GaussianBlur grain, int side)
    {
        var noise = new float[side * side];
        stream.FillNormal(noise);
        grain.Apply(noise, side);
        return noise;
    }

    private static void AddNoise(float[] band, float[] noise, bool mirrored, int side, float scale)
    {
        for (var i = 0; i < band.Length; i++)
        {
            var column = i % side;
            var source = mirrored ? i - column + (side - 1 - column) : i;
            band[i] += scale * noise[source] * MathF.Sqrt(1 + (Math.Max(0, band[i]) / SkyPhotons));
        }
    }

    /// <summary>Lupton et al. (2004): the mean of the bands is stretched and the bands keep their ratios, so colours survive.</summary>
    private static void Stretch(Span<byte> pixels, int width, float[][] bands)
    {
        var whole = 255 / Math.Asinh(White / Softening);
        for (var i = 0; i < bands[0].Length; i++)
        {
            var mean = (bands[0][i] + bands[1][i] + (double)bands[2][i]) / 3;
            var factor = Math.Abs(mean) < 1e-3 ? whole / Softening : whole * Math.Asinh(mean / Softening) / mean;
            for (var band = 0; band < 3; band++)
                pixels[(3 * i) + band] = (byte)Math.Clamp(Math.Round(factor * bands[band][i]), 0, 255);
        }
    }
}
