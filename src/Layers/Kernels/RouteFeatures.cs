namespace GCnn.Layers;

/// <summary>What a convolution has to do on a route, in counts to which its time is taken to be proportional (docs/performance.md).</summary>
/// <param name="Multiplications">Multiply-adds of the products.</param>
/// <param name="Transformed">Numbers that transforms over the group read and write.</param>
/// <param name="Moved">Pixels of input and output that are copied.</param>
/// <param name="Weights">Numbers made of the free weights.</param>
/// <param name="Calls">Calls into the route: 1.</param>
internal readonly record struct RouteFeatures(double Multiplications, double Transformed, double Moved, double Weights, double Calls = 1)
{
    /// <summary>The number of features.</summary>
    public const int Count = 5;

    /// <summary>The features of the group-Fourier route.</summary>
    public static RouteFeatures OfFourier(FieldCorrelation correlation, CorrelationShape shape)
    {
        (int order, int fields, int rows) = (correlation.Blocks.Order, correlation.Fields, correlation.Rows);
        double pitch = shape.OutputWidth + (shape.Dilation * (correlation.Box.Columns - 1) / shape.Stride);
        double places = shape.Images * shape.OutputHeight * pitch;
        return new(
            places * rows * fields * correlation.Blocks.Multiplications,
            (places * (rows + fields) * order) + (places * Filtering(correlation)),
            Pixels(shape, correlation.From.Channels, correlation.To.Channels),
            (double)rows * fields * order);
    }

    /// <summary>The steps of all filters at a place.</summary>
    private static double Filtering(FieldCorrelation correlation) => correlation.Filters is not { } filters
        ? 0
        : (double)correlation.Rows / filters.Count * filters.ProgramOf.Sum(program => filters.Programs[program].Steps.Count);

    /// <summary>The features of the expanded route.</summary>
    public static RouteFeatures OfExpanded(FieldCorrelation correlation, CorrelationShape shape)
    {
        double filter = (double)correlation.From.Channels * correlation.To.Channels * correlation.Box.Rows * correlation.Box.Columns;
        return new(
            filter * shape.Images * shape.OutputHeight * shape.OutputWidth,
            0,
            Pixels(shape, correlation.From.Channels, correlation.To.Channels),
            filter);
    }

    /// <summary>The time that a number of nanoseconds for each feature gives.</summary>
    public double Time(RouteFeatures nanoseconds) => (Multiplications * nanoseconds.Multiplications)
        + (Transformed * nanoseconds.Transformed) + (Moved * nanoseconds.Moved) + (Weights * nanoseconds.Weights)
        + (Calls * nanoseconds.Calls);

    private static double Pixels(CorrelationShape shape, int input, int output) =>
        (double)shape.Images * (((double)input * shape.Height * shape.Width) + ((double)output * shape.OutputHeight * shape.OutputWidth));
}
