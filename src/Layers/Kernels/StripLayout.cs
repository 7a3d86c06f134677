namespace GCnn.Layers;

/// <summary>
/// How a piece of a batch, rows of one image or several whole images, lies in memory while it is convolved, so that every tap of every
/// window is a constant distance from its output's place.
/// </summary>
/// <remarks>
/// Each channel is divided into <c>s x s</c> phases, pixels whose coordinates are alike modulo the stride; those without taps are left
/// out. A phase is one plane, its rows <see cref="Pitch"/> apart, image below image; output <c>(image, y, x)</c> has the place
/// <c>(image Rows + y) Pitch + x</c>, and a tap <c>(dy, dx)</c> lies in phase <c>(dy mod s, dx mod s)</c>,
/// <c>⌊dy / s⌋ Pitch + ⌊dx / s⌋</c> further. Places right of the image's width and below its last row belong to no output; what is
/// computed there is dropped. At stride 1 the zeros right of a row are those left of the next, and those below an image are those above the
/// next one, so that fewer places are computed for nothing.
/// </remarks>
internal sealed class StripLayout
{
    private const int Budget = 512 * 1024;

    /// <summary>What reading a place costs, as a share of computing it.</summary>
    private const double ReadingShare = 0.06;

    /// <summary>Chooses the strips of a batch.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="box">The rows and columns of taps.</param>
    /// <param name="channels">The channels that are read.</param>
    /// <param name="elementBytes">The bytes of a number.</param>
    /// <param name="tile">The places that are computed at once.</param>
    /// <param name="parts">The number of strips to have at least, where there are as many rows.</param>
    public StripLayout(CorrelationShape shape, (int Rows, int Columns) box, int channels, int elementBytes, int tile, int parts)
    {
        Shape = shape;
        Phases = [.. PhasesOf(shape, box.Rows).SelectMany(_ => PhasesOf(shape, box.Columns), (down, right) => (down, right))];
        int reachRows = shape.Dilation * (box.Rows - 1), reachColumns = shape.Dilation * (box.Columns - 1);
        int halo = reachRows / shape.Stride;
        Pitch = shape.OutputWidth + (reachColumns / shape.Stride) - Shared(shape, shape.Left, shape.Width, shape.OutputWidth, reachColumns);
        long row = (long)channels * Phases.Length * Pitch * elementBytes;
        long all = (long)shape.Images * shape.OutputHeight;
        long most = Math.Clamp(Math.Min((Budget / row) - halo, all / parts), 1, all);
        (Images, OutputRows) = most >= shape.OutputHeight
            ? ((int)(most / shape.OutputHeight), shape.OutputHeight)
            : (1, RowsOfPiece(shape, (int)most, halo, tile));
        Rows = OutputRows + halo
            - (OutputRows == shape.OutputHeight ? Shared(shape, shape.Top, shape.Height, shape.OutputHeight, reachRows) : 0);
        Plane = Images * Rows * Pitch;
        Channel = Phases.Length * Plane;
        Length = ((long)channels * Channel) + (2 * tile) + (halo * Pitch) + Pitch;
    }

    /// <summary>The zeros behind a line of pixels that those before the next one serve as; places of outputs are none of them.</summary>
    private static int Shared(CorrelationShape shape, int before, int pixels, int outputs, int reach) =>
        shape.Stride == 1 ? Math.Max(0, Math.Min(Math.Min(before, outputs + reach - before - pixels), reach)) : 0;

    /// <summary>
    /// The rows of a piece of an image, of at most a number: those with the fewest places that are computed, in whole tiles, and rows that are
    /// read. The last piece may be smaller.
    /// </summary>
    private int RowsOfPiece(CorrelationShape shape, int most, int halo, int tile)
    {
        double Cost(int rows)
        {
            int tiles = (((rows - 1) * Pitch) + shape.OutputWidth + tile - 1) / tile;
            return PiecesOf(rows) * ((tiles * tile) + (ReadingShare * (rows + halo) * Pitch));
        }

        int PiecesOf(int rows) => (shape.OutputHeight + rows - 1) / rows;

        return Enumerable.Range(1, most).MinBy(Cost);
    }

    /// <summary>The sizes of the convolution.</summary>
    public CorrelationShape Shape { get; }

    /// <summary>The phases that taps lie in, in the order of their planes.</summary>
    public (int Row, int Column)[] Phases { get; }

    /// <summary>The images in a strip, at most.</summary>
    public int Images { get; }

    /// <summary>The rows of each image's output in a strip, at most.</summary>
    public int OutputRows { get; }

    /// <summary>The rows that an image takes in a plane.</summary>
    public int Rows { get; }

    /// <summary>The numbers from one row of a plane to the next.</summary>
    public int Pitch { get; }

    /// <summary>The numbers of a plane.</summary>
    public int Plane { get; }

    /// <summary>The numbers of a channel, all its planes.</summary>
    public int Channel { get; }

    /// <summary>The numbers of a strip, with room behind it for reading whole tiles.</summary>
    public long Length { get; }

    /// <summary>The number of strips.</summary>
    public int Count => Pieces * ((Shape.Images + Images - 1) / Images);

    /// <summary>The strips of an image, where they are less than one.</summary>
    public int Pieces => (Shape.OutputHeight + OutputRows - 1) / OutputRows;

    /// <summary>The places that the outputs of a strip have, and those between them.</summary>
    public int PlacesOf(Strip strip) => ((((strip.Images - 1) * Rows) + strip.Rows - 1) * Pitch) + Shape.OutputWidth;

    /// <summary>Where taps lie, from the place of their output, in bytes.</summary>
    public nint[] Offsets(CorrelationInput[] taps, int elementBytes) => Array.ConvertAll(taps, tap => (nint)Offset(tap) * elementBytes);

    private static IEnumerable<int> PhasesOf(CorrelationShape shape, int taps) =>
        Enumerable.Range(0, taps).Select(tap => tap * shape.Dilation % shape.Stride).Distinct();

    private int Offset(CorrelationInput tap)
    {
        (int row, int rowPhase) = Math.DivRem(tap.Row * Shape.Dilation, Shape.Stride);
        (int column, int columnPhase) = Math.DivRem(tap.Column * Shape.Dilation, Shape.Stride);
        return (tap.Channel * Channel) + (Array.IndexOf(Phases, (rowPhase, columnPhase)) * Plane) + (row * Pitch) + column;
    }

    /// <summary>The strip of a number.</summary>
    public Strip this[int number]
    {
        get
        {
            (int group, int piece) = Math.DivRem(number, Pieces);
            int firstImage = group * Images, firstRow = piece * OutputRows;
            return new Strip(
                firstImage, Math.Min(Images, Shape.Images - firstImage), firstRow, Math.Min(OutputRows, Shape.OutputHeight - firstRow));
        }
    }
}
