namespace GCnn.Layers;

/// <summary>How much each pixel of an image weighs by its distance from the centre, for the sizes met so far.</summary>
/// <param name="layer">What messages call it.</param>
/// <param name="onHexagons">Whether pixels are stored in axial coordinates.</param>
/// <param name="margin">How much smaller the disc's radius is than the largest possible, in pixels.</param>
/// <param name="sigma">The standard deviation of the fall outside the disc in pixels; 0 for a sharp rim.</param>
internal sealed class DiscWeights(string layer, bool onHexagons, double margin, double sigma) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(int Rows, int Columns), DeviceConstant> _weights = [];

    public void Dispose()
    {
        foreach (DeviceConstant weights in _weights.Values)
        {
            weights.Dispose();
        }

        _weights.Clear();
    }

    /// <summary>The weights of an image of a size, <c>rows x columns</c>.</summary>
    internal DeviceConstant For(int rows, int columns)
    {
        lock (_gate)
        {
            if (!_weights.TryGetValue((rows, columns), out DeviceConstant? weights))
            {
                weights = new DeviceConstant(Values(rows, columns), [rows, columns]);
                _weights.Add((rows, columns), weights);
            }

            return weights;
        }
    }

    /// <summary>The same as numbers, row by row.</summary>
    /// <exception cref="ArgumentException">No pixel is in the disc.</exception>
    internal double[] Values(int rows, int columns)
    {
        double radius = (onHexagons ? rows / 2 * Math.Sqrt(0.75) : (Math.Min(rows, columns) - 1) / 2.0) - margin;
        double[] values = [.. Distances(rows, columns).Select(distance => Weight(distance, radius))];
        return values.Contains(1)
            ? values
            : throw new ArgumentException(
                $"{layer}: with a margin of {margin} pixels no pixel of an image of {rows} x {columns} is in the disc. Choose a " +
                "smaller one.",
                nameof(rows));
    }

    // A rim that goes through pixels takes them in, whatever the last bit of a root says.
    private double Weight(double distance, double radius) =>
        distance <= radius + 1e-9 ? 1 : sigma == 0 ? 0 : Math.Exp(-(distance - radius) * (distance - radius) / (2 * sigma * sigma));

    /// <summary>The distance of each pixel from the centre, in half pixels squared and so from integers.</summary>
    private IEnumerable<double> Distances(int rows, int columns) =>
        from row in Enumerable.Range(0, rows)
        from column in Enumerable.Range(0, columns)
        let y = (2 * row) - rows + 1
        let x = (2 * column) - columns + 1
        select Math.Sqrt((x * x) + (y * y) + (onHexagons ? x * y : 0)) / 2;
}
