using GCnn.Groups;

namespace GCnn.Benchmarks;

/// <summary>The filters on a stencil that some kernel spaces span together, with the orthogonal projection onto them.</summary>
/// <remarks>
/// Kernels that share no pair of channels are orthogonal, so the spaces fall into parts, each with an orthonormal basis of its own.
/// </remarks>
internal sealed class KernelSpan
{
    /// <summary>A kernel adds nothing when less than this part of its norm is new.</summary>
    private const double Dependent = 1e-7;

    private readonly int _channels;
    private readonly int _points;
    private readonly Part[] _parts;

    /// <summary>The span of all kernels of some spaces.</summary>
    /// <param name="spaces">Spaces between the same two representations on the same stencil.</param>
    public KernelSpan(params KernelSpace[] spaces)
    {
        KernelSpace first = spaces[0];
        _channels = first.Output.Dimension * first.Input.Dimension;
        _points = first.Filters.Stencil.Count;
        Dictionary<int, double[]>[] kernels = [.. spaces.SelectMany(Sampled)];
        int[] partOf = Parts(kernels);
        _parts = [.. Enumerable.Range(0, _channels)
            .GroupBy(channel => partOf[channel])
            .Select(part => new Part([.. part], [.. kernels.Where(kernel => partOf[kernel.Keys.First()] == part.Key)], _points))];
    }

    /// <summary>The dimension.</summary>
    public int Rank => _parts.Sum(part => part.Basis.Count);

    /// <summary><c>|f − P f| / |f|</c> of a filter <c>output x input x points</c>.</summary>
    public double Residual(ReadOnlySpan<double> filter)
    {
        double whole = 0;
        double left = 0;
        foreach (Part part in _parts)
        {
            double[] rest = part.Gather(filter, _points);
            whole += Dot(rest, rest);
            foreach (double[] unit in part.Basis)
            {
                Subtract(rest, unit);
            }

            left += Dot(rest, rest);
        }

        return Math.Sqrt(left / whole);
    }

    /// <summary>Each kernel's samples at the stencil's points, by channel.</summary>
    private static IEnumerable<Dictionary<int, double[]>> Sampled(KernelSpace space)
    {
        int points = space.Filters.Stencil.Count;
        ReadOnlySpan<double> values = space.Filters.Values;
        Dictionary<int, double[]>[] kernels = [.. Enumerable.Range(0, space.Dimension).Select(_ => new Dictionary<int, double[]>())];
        foreach (KernelTerm term in space.Terms)
        {
            int channel = (term.Output * space.Input.Dimension) + term.Input;
            if (!kernels[term.Kernel].TryGetValue(channel, out double[]? samples))
            {
                kernels[term.Kernel][channel] = samples = new double[points];
            }

            for (int u = 0; u < points; u++)
            {
                samples[u] += term.Value * values[(term.Filter * points) + u];
            }
        }

        return kernels;
    }

    /// <summary>For each channel the least channel that kernels join it with.</summary>
    private int[] Parts(Dictionary<int, double[]>[] kernels)
    {
        int[] partOf = [.. Enumerable.Range(0, _channels)];
        foreach (int[] joined in kernels.Select(kernel => kernel.Keys.Select(channel => partOf[channel]).Distinct().ToArray()))
        {
            if (joined.Length > 1)
            {
                partOf = Array.ConvertAll(partOf, part => joined.Contains(part) ? joined.Min() : part);
            }
        }

        return partOf;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static void Subtract(double[] vector, double[] unit)
    {
        double along = Dot(vector, unit);
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] -= along * unit[i];
        }
    }

    /// <summary>Some channels, and an orthonormal basis of the kernels on them.</summary>
    private sealed class Part
    {
        private readonly int[] _channels;

        public Part(int[] channels, Dictionary<int, double[]>[] kernels, int points)
        {
            _channels = channels;
            foreach (Dictionary<int, double[]> kernel in kernels)
            {
                double[] vector = [.. channels.SelectMany(channel => kernel.GetValueOrDefault(channel) ?? new double[points])];
                double norm = Math.Sqrt(Dot(vector, vector));
                for (int pass = 0; pass < 2; pass++)
                {
                    Basis.ForEach(unit => Subtract(vector, unit));
                }

                double left = Math.Sqrt(Dot(vector, vector));
                if (left > Dependent * norm)
                {
                    Basis.Add(Array.ConvertAll(vector, x => x / left));
                }
            }
        }

        public List<double[]> Basis { get; } = [];

        public double[] Gather(ReadOnlySpan<double> filter, int points)
        {
            double[] gathered = new double[_channels.Length * points];
            for (int i = 0; i < _channels.Length; i++)
            {
                filter.Slice(_channels[i] * points, points).CopyTo(gathered.AsSpan(i * points));
            }

            return gathered;
        }
    }
}
