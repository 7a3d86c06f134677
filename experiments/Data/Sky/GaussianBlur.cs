namespace GCnn.Experiments.Data.Sky;

/// <summary>A Gaussian blur of square planes. Taps are summed in pairs about the centre, so it commutes exactly with flips; the edge pixel is
/// repeated outside.</summary>
internal sealed class GaussianBlur
{
    private readonly float[] _taps;

    /// <summary>Makes the taps of a standard deviation given in pixels.</summary>
    public GaussianBlur(double sigma)
    {
        var reach = Math.Max(1, (int)Math.Ceiling(3 * sigma));
        var taps = Enumerable.Range(0, reach + 1).Select(i => Math.Exp(-0.5 * i * i / (sigma * sigma))).ToArray();
        var sum = (2 * taps.Sum()) - taps[0];
        _taps = Array.ConvertAll(taps, tap => (float)(tap / sum));
    }

    /// <summary>Standard deviation left of white noise of standard deviation 1, after the blur along both axes.</summary>
    public float NoiseGain => (2 * _taps.Sum(tap => tap * tap)) - (_taps[0] * _taps[0]);

    /// <summary>Blurs in place along both axes.</summary>
    public void Apply(float[] plane, int side)
    {
        var line = new float[side];
        for (var i = 0; i < side; i++)
            ApplyLine(plane, i * side, 1, line);
        for (var i = 0; i < side; i++)
            ApplyLine(plane, i, side, line);
    }

    private void ApplyLine(float[] plane, int start, int step, float[] line)
    {
        for (var i = 0; i < line.Length; i++)
            line[i] = plane[start + (i * step)];
        for (var i = 0; i < line.Length; i++)
        {
            var sum = _taps[0] * line[i];
            for (var tap = 1; tap < _taps.Length; tap++)
                sum += _taps[tap] * (line[Math.Max(0, i - tap)] + line[Math.Min(line.Length - 1, i + tap)]);
            plane[start + (i * step)] = sum;
        }
    }
}
