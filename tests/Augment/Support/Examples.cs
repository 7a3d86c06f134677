using TorchSharp;

namespace GCnn.Augment.Tests;

internal static class Examples
{
    /// <summary>Images without symmetry, the same for the same seed.</summary>
    public static torch.Tensor Images(int count, int rows, int columns, torch.ScalarType type = torch.ScalarType.Float32, int seed = 1)
    {
        Random random = new(seed);
        float[] values = [.. Enumerable.Range(0, count * 3 * rows * columns).Select(_ => random.NextSingle())];
        return torch.tensor(values, [count, 3, rows, columns]).to(type);
    }

    /// <summary>A smooth image, <c>exp(−|p − c|² / 2w²)</c>, on which interpolation is accurate.</summary>
    public static torch.Tensor Blob(int side, double x, double y, double width = 3)
    {
        double[,] values = new double[side, side];
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
            {
                (double dx, double dy) = (column - ((side - 1) / 2.0) - x, row - ((side - 1) / 2.0) - y);
                values[row, column] = Math.Exp(-((dx * dx) + (dy * dy)) / (2 * width * width));
            }
        }

        return torch.tensor(values).reshape(1, 1, side, side);
    }

    public static IEnumerable<SampleStream> Streams(int count) => Enumerable.Range(0, count).Select(n => new SampleStream(11, 0, n));

    public static bool Same(torch.Tensor a, torch.Tensor b) => a.shape.SequenceEqual(b.shape) && (bool)a.equal(b);

    public static double Distance(torch.Tensor a, torch.Tensor b) => (a - b).abs().max().to(torch.ScalarType.Float64).item<double>();

    /// <summary>Pearson's sum <c>Σ (observed − expected)² / expected</c> for equally likely outcomes.</summary>
    public static double ChiSquare(IEnumerable<int> outcomes, int kinds)
    {
        int[] counts = new int[kinds];
        int total = 0;
        foreach (int outcome in outcomes)
        {
            counts[outcome]++;
            total++;
        }

        double expected = (double)total / kinds;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
