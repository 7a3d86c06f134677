namespace GCnn.Groups;

/// <summary>Chooses the harmonics that a stencil can tell apart, makes their radial functions orthonormal and samples them.</summary>
internal sealed class HarmonicSampling
{
    /// <summary>A pair is an alias when less than this part of its samples' squared norm is new.</summary>
    private const double AliasThreshold = 0.01;

    private readonly HarmonicRings _rings;
    private readonly List<(int Frequency, double[] Profile)> _radials = [];

    public HarmonicSampling(PlaneGroup group, Stencil stencil, HarmonicRings rings)
    {
        _rings = rings;
        (double X, double Y)[] points = [.. stencil.DoubledPoints.Select(p => group.Lattice.Position(p.X / 2.0, p.Y / 2.0))];
        int highest = rings.MaximumFrequency(rings.Radii.Count - 1);
        if (group.MaximumFrequency is int k)
        {
            highest = Math.Min(highest, 2 * k);
        }

        List<double[]> kept = [];
        for (int m = 0; m <= highest; m++)
        {
            int first = _radials.Count;
            for (int ring = 0; ring < rings.Radii.Count; ring++)
            {
                if (m <= rings.MaximumFrequency(ring) && Orthonormal(m, ring, first, points) is double[] profile)
                {
                    KeepUnlessAlias(m, profile, points, kept);
                }
            }
        }

        Harmonics = [.. Describe()];
        Values = new double[Harmonics.Count * points.Length];
        for (int u = 0; u < points.Length; u++)
        {
            double[] column = Evaluate(points[u].X, points[u].Y);
            for (int b = 0; b < column.Length; b++)
            {
                Values[(b * points.Length) + u] = column[b];
            }
        }
    }

    public IReadOnlyList<CircularHarmonic> Harmonics { get; }

    public double[] Values { get; }

    /// <summary>All harmonics at one point.</summary>
    public double[] Evaluate(double x, double y)
    {
        List<double> values = [];
        foreach ((int m, double[] profile) in _radials)
        {
            (double cos, double sin) = Pair(m, profile, (x, y));
            values.Add(cos);
            if (m > 0)
            {
                values.Add(sin);
            }
        }

        return [.. values];
    }

    private IEnumerable<CircularHarmonic> Describe()
    {
        foreach (var (frequency, count) in _radials.CountBy(radial => radial.Frequency))
        {
            for (int radial = 0; radial < count; radial++)
            {
                yield return new(frequency, radial, IsSine: false);
                if (frequency > 0)
                {
                    yield return new(frequency, radial, IsSine: true);
                }
            }
        }
    }

    private (double Cos, double Sin) Pair(int m, double[] profile, (double X, double Y) at)
    {
        double distance = Math.Sqrt((at.X * at.X) + (at.Y * at.Y));
        if (m > 0 && distance == 0)
        {
            return (0, 0);
        }

        double height = Height(profile, distance);
        (double sin, double cos) = m == 0 ? (0, 1) : Math.SinCos(m * Math.Atan2(-at.Y, at.X));
        return (height * cos, height * sin);
    }

    private double Height(double[] profile, double distance)
    {
        double height = 0;
        for (int ring = 0; ring < profile.Length; ring++)
        {
            height += profile[ring] == 0 ? 0 : profile[ring] * _rings.Profile(ring, distance);
        }

        return height;
    }

    /// <summary>
    /// The ring's profile, made orthogonal to those of the same frequency and of norm 1: a combination of rings. Null if there is none.
    /// </summary>
    private double[]? Orthonormal(int m, int ring, int first, (double X, double Y)[] points)
    {
        double[] distances = [.. points.Select(p => Math.Sqrt((p.X * p.X) + (p.Y * p.Y))).Where(r => m == 0 || r > 0)];
        double mean = m == 0 ? 1 : 0.5;
        double Inner(double[] a, double[] b) => mean * distances.Sum(r => Height(a, r) * Height(b, r));

        double[] profile = new double[_rings.Radii.Count];
        profile[ring] = 1;
        double whole = Inner(profile, profile);
        foreach ((_, double[] before) in _radials.Skip(first))
        {
            double along = Inner(profile, before);
            profile = [.. profile.Zip(before, (a, b) => a - (along * b))];
        }

        double left = Inner(profile, profile);
        return left > AliasThreshold * whole && left > 0 ? [.. profile.Select(a => a / Math.Sqrt(left))] : null;
    }

    /// <summary>Keeps the pair when the samples of both members are new, and their samples with it.</summary>
    private void KeepUnlessAlias(int m, double[] profile, (double X, double Y)[] points, List<double[]> kept)
    {
        (double Cos, double Sin)[] samples = [.. points.Select(p => Pair(m, profile, p))];
        List<double[]> added = [];
        foreach (double[] member in m == 0 ? [[.. samples.Select(s => s.Cos)]] : new double[][] { [.. samples.Select(s => s.Cos)], [.. samples.Select(s => s.Sin)] })
        {
            double[] rest = [.. member];
            foreach (double[] before in kept.Concat(added))
            {
                double along = rest.Zip(before, (a, b) => a * b).Sum();
                rest = [.. rest.Zip(before, (a, b) => a - (along * b))];
            }

            double left = rest.Sum(a => a * a);
            if (left <= AliasThreshold)
            {
                return;
            }

            added.Add([.. rest.Select(a => a / Math.Sqrt(left))]);
        }

        kept.AddRange(added);
        _radials.Add((m, profile));
    }
}
