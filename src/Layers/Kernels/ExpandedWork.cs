namespace GCnn.Layers;

/// <summary>Counts, for each <see cref="ExpandedTerm"/>, what libtorch's convolution with an expanded filter does.</summary>
internal static class ExpandedWork
{
    /// <summary>Libtorch lays channels out in blocks of as many.</summary>
    private const int Block = 16;

    /// <summary>A single image of so few numbers is not given to oneDNN; nor are few images, if each pixel is its own window.</summary>
    private const int SmallImage = 20480, FewImages = 16;

    /// <summary>
    /// Whether libtorch multiplies each image's windows, as a matrix, by the filter, instead of giving the convolution to oneDNN: the rule
    /// of its source, <c>use_mkldnn</c>.
    /// </summary>
    public static bool IsByMatrices(FieldCorrelation correlation, CorrelationShape shape, int threads)
    {
        (int side, bool isDense) = (correlation.Box.Rows, shape.Stride == 1 && shape.Dilation == 1);
        bool isMixing = side == 1 && isDense && shape.Images < FewImages && threads == 1;
        bool isSmall = side <= 3 && shape.Images == 1 && (long)correlation.From.Channels * shape.Height * shape.Width <= SmallImage;
        return isMixing || isSmall;
    }

    /// <summary>The counts.</summary>
    /// <param name="correlation">The convolution.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="threads">The threads that libtorch has.</param>
    public static double[] Of(FieldCorrelation correlation, CorrelationShape shape, int threads)
    {
        (int from, int to, int taps) = (correlation.From.Channels, correlation.To.Channels, correlation.Box.Rows * correlation.Box.Columns);
        double pixels = (double)shape.Images * shape.OutputHeight * shape.OutputWidth;
        double imagePixels = (double)shape.Images * shape.Height * shape.Width;
        bool byMatrices = IsByMatrices(correlation, shape, threads);
        double blocked = pixels * taps * (from < Block ? from : Blocks(from)) * Blocks(to), windows = pixels * from * taps;
        double[] counts = new double[Enum.GetValues<ExpandedTerm>().Length];
        void Set(ExpandedTerm term, double count) => counts[(int)term] = count;
        Set(ExpandedTerm.Calls, 1);
        Set(ExpandedTerm.Pixels, (imagePixels * from) + (pixels * to));
        Set(correlation.Filters is null ? ExpandedTerm.FilterNumbers : ExpandedTerm.SteeredNumbers, (double)from * to * taps);
        Set(ExpandedTerm.Masked, shape.OnHexagon ? pixels * to : 0);
        if (byMatrices)
        {
            Set(ExpandedTerm.Multiplications, windows * to);
            Set(ExpandedTerm.WindowNumbers, taps == 1 ? 0 : windows);
            Set(ExpandedTerm.DilatedNumbers, shape.Dilation == 1 ? 0 : windows);
            Set(ExpandedTerm.MatrixRows, (double)shape.Images * from * taps);
        }
        else
        {
            Set(ExpandedTerm.Multiplications, blocked);
            Set(ExpandedTerm.FewChannels, pixels * taps * (Blocks(from) * Blocks(to)) - blocked);
            Set(ExpandedTerm.ImageNumbers, imagePixels * Blocks(from));
        }

        return counts;
    }

    private static double Blocks(int channels) => Division.Even(channels, Block).Length * Block;
}
