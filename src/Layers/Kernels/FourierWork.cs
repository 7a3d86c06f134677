namespace GCnn.Layers;

/// <summary>Counts, for each <see cref="FourierTerm"/>, what the group-Fourier route of a convolution does on one thread.</summary>
internal sealed class FourierWork
{
    private const int Tile = CorrelationKernel<float>.Tile, GradientTile = CorrelationKernel<float>.GradientTile;

    /// <summary>The model's vectors: its numbers were fitted to them.</summary>
    private const int Lanes = 16, Vectors = Tile / Lanes, PanelColumns = 8, OuterSums = 24;

    /// <summary>The multiply-adds that one input row takes at least, whose results wait for each other.</summary>
    private const int LeastProducts = 5;

    private readonly double[] _counts = new double[Enum.GetValues<FourierTerm>().Length];

    private FourierWork()
    {
    }

    /// <summary>The counts.</summary>
    /// <param name="forward">The convolution.</param>
    /// <param name="transpose">Its transpose.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="pass">What is wanted.</param>
    public static double[] Of(FieldCorrelation forward, Func<FieldCorrelation> transpose, CorrelationShape shape, RoutePass pass)
    {
        FourierWork work = new();
        work.Add(CallOf(shape, pass), 1);
        work.AddForward(forward, shape);
        if (pass != RoutePass.Forward)
        {
            work.AddPacking(forward, matrices: 2);
            work.AddWeightGradient(forward, shape);
        }

        if (pass == RoutePass.Step && shape.Stride == 1)
        {
            FieldCorrelation back = transpose();
            work.AddPacking(back, matrices: 1);
            work.AddForward(back, shape.Transposed(forward.Box));
        }
        else if (pass == RoutePass.Step)
        {
            work.AddPacking(forward, matrices: 1);
            work.AddScattered(forward, shape);
        }

        return work._counts;
    }

    private static FourierTerm CallOf(CorrelationShape shape, RoutePass pass) => pass switch
    {
        RoutePass.Forward => FourierTerm.Forward,
        RoutePass.WeightStep => FourierTerm.WeightStep,
        _ => shape.Stride == 1 ? FourierTerm.Step : FourierTerm.ScatteredStep,
    };

    private void Add(FourierTerm term, double count) => _counts[(int)term] += count;

    private void AddForward(FieldCorrelation correlation, CorrelationShape shape)
    {
        StripLayout layout = LayoutOf(correlation, shape, Tile);
        double tiles = TilesOf(layout, Tile);
        AddReading(layout, correlation.From.Channels);
        AddRows(correlation, tiles, correlation.Blocks.Transform.Program.Steps.Count);
        AddFields(correlation, tiles, correlation.Blocks.Transform.Adjoint.Steps.Count);
        foreach (GroupBlock block in correlation.Written)
        {
            AddPanels(tiles, block.Size * correlation.Rows, block.Size * correlation.Fields);
        }

        double lines = (double)correlation.To.Channels * shape.Images * shape.OutputHeight;
        Add(FourierTerm.LinesWritten, lines);
        Add(FourierTerm.PixelsWritten, lines * shape.OutputWidth);
    }

    private void AddScattered(FieldCorrelation correlation, CorrelationShape shape)
    {
        StripLayout layout = LayoutOf(correlation, shape, Tile);
        double tiles = TilesOf(layout, Tile);
        AddReading(layout, correlation.From.Channels);
        AddReadingOutput(correlation, layout);
        AddRows(correlation, tiles, correlation.Blocks.Transform.Adjoint.Steps.Count);
        AddFields(correlation, tiles, correlation.Blocks.Transform.Program.Steps.Count);
        foreach (GroupBlock block in correlation.Written)
        {
            AddPanels(tiles, block.Size * correlation.Fields, block.Size * correlation.Rows);
        }
    }

    private void AddWeightGradient(FieldCorrelation correlation, CorrelationShape shape)
    {
        StripLayout layout = LayoutOf(correlation, shape, GradientTile);
        double tiles = TilesOf(layout, GradientTile), units = tiles * GradientTile / Tile;
        double places = PlacesOf(layout);
        AddReading(layout, correlation.From.Channels);
        AddReadingOutput(correlation, layout);
        AddRows(correlation, units, correlation.Blocks.Transform.Program.Steps.Count);
        AddFields(correlation, units, correlation.Blocks.Transform.Program.Steps.Count);
        Add(FourierTerm.Turned, places * correlation.Blocks.Order * correlation.Fields);
        foreach (GroupBlock block in correlation.Written)
        {
            int rows = block.Size * correlation.Rows, vectors = ((block.Size * correlation.Fields) + Lanes - 1) / Lanes;
            Add(FourierTerm.Products, places * rows * vectors);
            Add(FourierTerm.OuterCalls, tiles * (((double)rows * vectors / OuterSums) + 1));
        }
    }

    private void AddPanels(double tiles, int depth, int columns)
    {
        (int First, int Count)[] panels = Division.Even(columns, PanelColumns);
        Add(FourierTerm.Panels, panels.Length);
        Add(FourierTerm.Products, tiles * depth * panels.Sum(panel => Math.Max(Vectors * panel.Count, LeastProducts)));
    }

    private void AddRows(FieldCorrelation correlation, double tiles, int steps)
    {
        Add(FourierTerm.Transforms, tiles * correlation.Rows);
        Add(FourierTerm.TransformSteps, tiles * correlation.Rows * (steps + (2 * correlation.Blocks.Order)));
        if (correlation.Filters is { } filters)
        {
            double sources = tiles * correlation.Rows / filters.Count;
            Add(FourierTerm.Transforms, sources * filters.ProgramOf.Length);
            Add(FourierTerm.TransformSteps, sources * filters.ProgramOf.Sum(program =>
                filters.Programs[program].Steps.Count + filters.Taps + filters.Count));
        }
    }

    private void AddFields(FieldCorrelation correlation, double tiles, int steps)
    {
        Add(FourierTerm.Transforms, tiles * correlation.Fields);
        Add(FourierTerm.TransformSteps, tiles * correlation.Fields * (steps + (2 * correlation.Blocks.Order)));
    }

    private void AddReading(StripLayout layout, int channels)
    {
        double lines = (double)channels * layout.Phases.Length * StripsOf(layout).Sum(strip => strip.Images * layout.Rows);
        Add(FourierTerm.LinesRead, lines);
        Add(layout.Shape.Stride == 1 ? FourierTerm.PixelsRead : FourierTerm.PixelsApart, lines * layout.Pitch);
    }

    private void AddReadingOutput(FieldCorrelation correlation, StripLayout layout)
    {
        double lines = (double)correlation.To.Channels * layout.Shape.Images * layout.Shape.OutputHeight;
        Add(FourierTerm.LinesRead, lines);
        Add(FourierTerm.PixelsRead, lines * layout.Pitch);
    }

    private void AddPacking(FieldCorrelation correlation, int matrices)
    {
        int terms = Enumerable.Range(0, correlation.Blocks.Sizes.Length).Sum(matrix => correlation.Blocks.Terms(matrix).Count);
        Add(FourierTerm.Packed, (double)matrices * correlation.Rows * correlation.Fields * terms);
    }

    private static StripLayout LayoutOf(FieldCorrelation correlation, CorrelationShape shape, int tile) =>
        new(shape, correlation.Box, correlation.From.Channels, sizeof(float), tile, 1);

    private static IEnumerable<Strip> StripsOf(StripLayout layout) => Enumerable.Range(0, layout.Count).Select(number => layout[number]);

    private static double TilesOf(StripLayout layout, int tile) =>
        StripsOf(layout).Sum(strip => (double)new OutputPlaces(layout, strip).Tiles(tile));

    private static double PlacesOf(StripLayout layout) => StripsOf(layout).Sum(strip => (double)layout.PlacesOf(strip));
}
