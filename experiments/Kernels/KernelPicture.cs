using GCnn.Groups;
using GCnn.Images;

namespace GCnn.Experiments.Kernels;

/// <summary>
/// A picture of basis kernels: one row for each kernel, one panel for each entry <c>k(x)[o, i]</c> of its matrix. White is zero, red
/// positive, blue negative, in units of the kernel's largest value.
/// </summary>
/// <param name="Space">The kernels.</param>
/// <param name="Panel">The shape of a panel.</param>
/// <param name="Layout">Where everything lies; it says how many kernels are shown, the first ones.</param>
public sealed record KernelPicture(KernelSpace Space, KernelPanel Panel, PictureLayout Layout)
{
    private static readonly RgbColour Ink = new(64, 64, 64);
    private static readonly RgbColour Line = new(205, 205, 205);

    private PlaneGroup Group => Space.Filters.Group;

    /// <summary>Draws the picture.</summary>
    public RgbImage Draw()
    {
        using var canvas = new Canvas(Layout.Width, Layout.Height, RgbColour.White);
        canvas.Write(Layout.Title, PictureLayout.Margin, PictureLayout.Margin, Ink);
        WriteNames(canvas);
        foreach (IGrouping<int, KernelTerm> kernel in Space.Terms.ToArray().GroupBy(term => term.Kernel).Take(Layout.Kernels))
        {
            canvas.Write(Caption(kernel), PictureLayout.Margin, Layout.CaptionTop(kernel.Key), Ink);
            DrawKernel(canvas, kernel);
        }

        return canvas.ToImage();
    }

    private void WriteNames(Canvas canvas)
    {
        canvas.Write("out", PictureLayout.Margin, PictureLayout.NameTop(0), Ink);
        canvas.Write(Layout.Inputs > 1 ? "in" : "", PictureLayout.Margin, PictureLayout.NameTop(1), Ink);
        foreach ((int o, int i) in Entries())
        {
            int left = Layout.Left(o, i);
            Write(canvas, i == 0 ? ElementName.OfCoordinate(Group, Space.Output, o) : "", left, PictureLayout.NameTop(0));
            Write(canvas, Layout.Inputs > 1 ? ElementName.OfCoordinate(Group, Space.Input, i) : "", left, PictureLayout.NameTop(1));
        }
    }

    private void Write(Canvas canvas, string name, int left, int top)
    {
        if (Layout.Fits(name))
        {
            canvas.Write(name, left, top, Ink);
        }
    }

    /// <summary>The kernel's number and, for harmonics of one frequency, that frequency.</summary>
    private string Caption(IGrouping<int, KernelTerm> kernel)
    {
        int[] frequencies = Space.Filters is HarmonicBasis basis
            ? [.. kernel.Select(term => basis.Harmonics[term.Filter].Frequency).Distinct()]
            : [];
        return frequencies is [var m] ? $"{kernel.Key + 1,2} m={m}" : $"{kernel.Key + 1,2}";
    }

    private void DrawKernel(Canvas canvas, IGrouping<int, KernelTerm> kernel)
    {
        double[][] values = [.. Entries().Select(_ => new double[Panel.SiteCount])];
        foreach (KernelTerm term in kernel)
        {
            double[] entry = values[(term.Output * Layout.Inputs) + term.Input];
            ReadOnlySpan<double> filter = Panel.Filter(term.Filter);
            for (int site = 0; site < entry.Length; site++)
            {
                entry[site] += term.Value * filter[site];
            }
        }

        double largest = values.Max(entry => entry.Max(Math.Abs));
        foreach ((int o, int i) in Entries())
        {
            canvas.Draw(Picture(values[(o * Layout.Inputs) + i], largest), Layout.Left(o, i), Layout.Top(kernel.Key));
        }
    }

    private RgbImage Picture(double[] values, double largest)
    {
        byte[] pixels = new byte[3 * Panel.Width * Panel.Height];
        for (int pixel = 0; pixel < Panel.Width * Panel.Height; pixel++)
        {
            (int y, int x) = Math.DivRem(pixel, Panel.Width);
            RgbColour colour = Panel.IsLine(x, y) ? Line
                : Panel.SiteAt(x, y) is int site ? DivergingColour.Of(values[site] / largest)
                : RgbColour.White;
            (pixels[3 * pixel], pixels[(3 * pixel) + 1], pixels[(3 * pixel) + 2]) = (colour.Red, colour.Green, colour.Blue);
        }

        return new RgbImage(Panel.Width, Panel.Height, pixels);
    }

    private IEnumerable<(int Output, int Input)> Entries() =>
        from o in Enumerable.Range(0, Layout.Outputs) from i in Enumerable.Range(0, Layout.Inputs) select (o, i);
}
