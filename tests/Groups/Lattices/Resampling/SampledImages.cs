namespace GCnn.Groups.Tests;

/// <summary>Functions of the plane, sampled on both lattices about a common centre; coordinates are in pixels.</summary>
internal static class SampledImages
{
    public static double[] OnSquare(Func<double, double, double> f, int rows, int columns) =>
        [.. Enumerable.Range(0, rows * columns).Select(i => f((i % columns) - ((columns - 1) / 2.0), (i / columns) - ((rows - 1) / 2.0)))];

    /// <summary>Zero outside the hexagon.</summary>
    public static double[] OnHexagon(Func<double, double, double> f, int radius, double spacing)
    {
        HexagonalDomain hexagon = new(radius);
        double[] values = new double[hexagon.RowLength * hexagon.RowLength];
        foreach (LatticePoint cell in hexagon.Cells)
        {
            (double x, double y) = new HexagonalLattice().Position(cell.X, cell.Y);
            values[hexagon.Slot(cell)] = f(x * spacing, y * spacing);
        }

        return values;
    }

    /// <summary>A wave of root mean square 1; the frequency is in cycles per pixel and the direction in turns.</summary>
    public static Func<double, double, double> Wave(double frequency, double direction, double phase)
    {
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * direction);
        return (x, y) => Math.Sqrt(2) * Math.Cos((2 * Math.PI * frequency * ((cosine * x) + (sine * y))) + phase);
    }

    /// <summary>
    /// 60 waves with frequencies spread evenly over a disc, amplitudes falling as the inverse of the frequency as in photographs, and
    /// random phases; root mean square 1.
    /// </summary>
    public static Func<double, double, double> Natural(double highest, int seed)
    {
        Random random = new(seed);
        List<(double Amplitude, double X, double Y, double Phase)> waves = [];
        while (waves.Count < 60)
        {
            double frequency = Math.Sqrt(random.NextDouble()) * highest;
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
            double phase = 2 * Math.PI * random.NextDouble();
            if (frequency > 1.0 / 64)
            {
                waves.Add((1 / frequency, 2 * Math.PI * frequency * cosine, 2 * Math.PI * frequency * sine, phase));
            }
        }

        double norm = Math.Sqrt(waves.Sum(wave => wave.Amplitude * wave.Amplitude) / 2);
        return (x, y) =>
        {
            double sum = 0;
            foreach ((double amplitude, double kx, double ky, double phase) in waves)
            {
                sum += amplitude * Math.Cos((kx * x) + (ky * y) + phase);
            }

            return sum / norm;
        };
    }
}
