namespace GCnn.Layers;

/// <summary>
/// How a piece of a batch, rows of one image or several whole images, lies in memory while it is convolved, so that every tap of every
/// window is a constant distance from its output's place.
/// </summary>
/// <remarks>
/// Each channel is divided into <c>s x s</c> phases, pixels whose coordinates are alike modulo the stride. A phase is one plane, its rows
/// <see cref="Pitch"/> apart, image below image; output <c>(image, y, x)</c> has the place <c>(image Rows + y) Pitch + x</c>, and a tap
/// <c>(dy, dx)</c> lies in phase <c>(dy mod s, dx mod s)</c>, <c>⌊dy / s⌋ Pitch + ⌊dx / s⌋</c> further. Places right of the
/// image's width and below its last row belong to no output; what is computed there is dropped.
/// </remarks>
internal sealed class StripLayout
{
    private const int Budget = 384 * 1024;

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
        int reachRows = shape.Dilation * (box.Rows - 1), reachColumns = shape.Dilation * (box.Columns - 1);
        int halo = reachRows / shape.Stride;
        Pitch = shape.OutputWidth + (reachColumns / shape.Stride);
        long row = (long)channels * shape.Stride * shape.Stride * Pitch * elementBytes;
        long most = Math.Max(1, (Budget / row) - halo);
        long all = (long)shape.Images * shape.OutputHeight;
        most = Math.Clamp(most, 1, Math.Max(1, all / parts));
        if (most >= shape.OutputHeight)
        {
            (Images, OutputRows) = ((int)(most / shape.OutputHeight), shape.OutputHeight);
        }
        else
        {
            long pieces = (shape.OutputHeight + most - 1) / most;
            (Images, OutputRows) = (1, (int)((shape.OutputHeight + pieces - 1) / pieces));
        }

        Rows = OutputRows + halo;
        Plane = Images * Rows * Pitch;
        Places = Images == 1 ? ((OutputRows - 1) * Pitch) + shape.OutputWidth : Plane - (halo * Pitch);
        Channel = shape.Stride * shape.Stride * Plane;
        Length = ((long)channels * Channel) + (2 * tile) + (halo * Pitch) + Pitch;
    }

    /// <summary>The sizes of the convolution.</summary>
    public CorrelationShape Shape { get; }

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

    /// <summary>The places that outputs have, and those between them.</summary>
    public int Places { get; }

    /// <summary>The numbers of a strip, with room behind it for reading whole tiles.</summary>
    public long Length { get; }

    /// <summary>The number of strips.</summary>
    public int Count => Pieces * ((Shape.Images + Images - 1) / Images);

    /// <summary>The strips of an image, where they are less than one.</summary>
    public int Pieces => (Shape.OutputHeight + OutputRows - 1) / OutputRows;

    /// <summary>Where a tap lies, from the place of its output.</summary>
    public int Offset(CorrelationInput tap)
    {
        (int row, int rowPhase) = Math.DivRem(tap.Row * Shape.Dilation, Shape.Stride);
        (int column, int columnPhase) = Math.DivRem(tap.Column * Shape.Dilation, Shape.Stride);
        return (tap.Channel * Channel) + (((rowPhase * Shape.Stride) + columnPhase) * Plane) + (row * Pitch) + column;
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
