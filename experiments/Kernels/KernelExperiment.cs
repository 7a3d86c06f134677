using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Reports;
using GCnn.Groups;
using GCnn.Images;

namespace GCnn.Experiments.Kernels;

/// <summary>Finds the kernels between two fields, counts them a second time by characters and draws them.</summary>
internal static class KernelExperiment
{
    /// <summary>The most kernels in one picture.</summary>
    public const int MostShown = 32;

    private const int MaximumSide = 8192;
    private const int MaximumPixels = 16_000_000;

    /// <summary>Writes the picture and says on the console what it shows.</summary>
    /// <param name="options">What to show.</param>
    /// <exception cref="UsageException">There is no such field, no kernel, or the picture would be too large.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    public static void Run(KernelOptions options)
    {
        PlaneGroup group = options.Group();
        Representation input = options.Input.Of(group);
        Representation output = options.Output.Of(group);
        FilterBasis filters = options.Filters(group);
        var table = new DimensionTable(options.GroupName.Name, input, output, filters);
        int dimension = table.Dimension;
        int shown = Math.Min(dimension, MostShown);
        string title = shown < dimension ? $"{table.Title}, the first {shown}" : table.Title;
        var layout = new PictureLayout(title, output.Dimension, input.Dimension, shown, KernelPanel.Size(filters, options.Scale));
        RequireDrawable(table, layout);
        KernelSpace space = KernelSpace.For(input, output, filters);
        KernelPanel panel = options.Smooth
            ? KernelPanel.Smooth((HarmonicBasis)filters, options.Scale)
            : KernelPanel.Cells(filters, options.Scale);
        byte[] png = ImageCodec.EncodePng(new KernelPicture(space, panel, layout).Draw());
        AtomicFile.Write(options.Out, stream => stream.Write(png));
        table.Print(space.Dimension);
        string part = shown < dimension ? $", the first {shown} of {dimension}" : "";
        Console.Out.WriteLine(PlainText.OneLine(
            $"{options.Out}: {layout.Width} x {layout.Height} pixels; a row for each kernel{part}, a panel for each entry of its matrix; " +
            "white is 0, red positive, blue negative"));
    }

    private static void RequireDrawable(DimensionTable table, PictureLayout layout)
    {
        if (table.Dimension == 0)
        {
            throw new UsageException($"{table.Title}, so there is nothing to draw; a larger --size may have some.");
        }

        if (Math.Max(layout.Width, layout.Height) > MaximumSide || (long)layout.Width * layout.Height > MaximumPixels)
        {
            throw new UsageException(
                $"The picture would have {layout.Width} x {layout.Height} pixels; at most {MaximumSide} a side and " +
                $"{MaximumPixels / 1_000_000} million in all are possible: take a smaller --scale, --size or field.");
        }
    }
}
