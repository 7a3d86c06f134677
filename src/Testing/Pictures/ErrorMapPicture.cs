using GCnn.Images;
using static System.FormattableString;

namespace GCnn.Testing;

/// <summary>
/// Where a law is broken, as a picture: one panel for each element, one colour scale for all, and a legend with the scale's maximum.
/// </summary>
/// <remarks>
/// A pixel shows the largest <c>|f(L_g x) − L_g f(x)|</c> of its samples and channels. Errors at the border alone point at padding, errors
/// everywhere at a stride, a filter or a fibre. Encoding needs libgd.
/// </remarks>
public static class ErrorMapPicture
{
    private const int SmallestPanel = 96;
    private const int LegendWidth = 16;

    /// <summary>Draws the maps of a report.</summary>
    /// <param name="report">A report on images, measured with <see cref="EquivarianceOptions.KeepMaps"/>.</param>
    /// <exception cref="ArgumentException">The report keeps no maps.</exception>
    /// <exception cref="DllNotFoundException">libgd is not installed.</exception>
    public static RgbImage Draw(EquivarianceReport report)
    {
        (ElementError Error, ErrorMap Map)[] maps = [.. Maps(report)];
        double largest = Largest(report);
        List<(RgbImage, string)> panels =
            [.. maps.Select(m => (Panel(m.Map, largest), Invariant($"g={m.Error.Element.Point} {m.Error.MaxError:0.0e0}")))];
        panels.Add((Legend(), Invariant($"max {largest:0.0e0}")));
        return PictureSheet.Compose(panels, columns: Math.Min(4, panels.Count));
    }

    /// <summary>The picture of <see cref="Draw"/> as a PNG file's bytes.</summary>
    /// <param name="report">A report on images, measured with <see cref="EquivarianceOptions.KeepMaps"/>.</param>
    /// <exception cref="ArgumentException">The report keeps no maps.</exception>
    /// <exception cref="DllNotFoundException">libgd is not installed.</exception>
    public static byte[] Png(EquivarianceReport report) => ImageCodec.EncodePng(Draw(report));

    /// <summary>A file name that says the colour scale's maximum: <c>name-max-1.2e-3.png</c>.</summary>
    /// <param name="name">What was measured, such as a layer's path.</param>
    /// <param name="report">A report on images, measured with <see cref="EquivarianceOptions.KeepMaps"/>.</param>
    /// <exception cref="ArgumentException">The report keeps no maps.</exception>
    public static string FileName(string name, EquivarianceReport report)
    {
        Maps(report);
        return Invariant($"{name}-max-{Largest(report):0.0e0}.png");
    }

    private static double Largest(EquivarianceReport report) =>
        report.Errors.Max(error => double.IsFinite(error.MaxError) ? error.MaxError : 0);

    private static IEnumerable<(ElementError Error, ErrorMap Map)> Maps(EquivarianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Errors.Any(error => error.Map is null)
            ? throw new ArgumentException(
                "The report keeps no error maps. Measure images, N x C x H x W, with EquivarianceOptions.KeepMaps.", nameof(report))
            : report.Errors.Select(error => (error, error.Map!));
    }

    private static RgbImage Panel(ErrorMap map, double largest)
    {
        int scale = Math.Max(1, (SmallestPanel + Math.Max(map.Rows, map.Columns) - 1) / Math.Max(map.Rows, map.Columns));
        return RgbImage.Create(map.Columns * scale, map.Rows * scale, (map, scale, largest), static (pixels, width, s) =>
        {
            for (int i = 0; i < pixels.Length / 3; i++)
            {
                double error = s.map.Values[(i / width / s.scale * s.map.Columns) + (i % width / s.scale)];
                Paint(pixels, i, s.largest == 0 && error == 0 ? 0 : error / s.largest);
            }
        });
    }

    /// <summary>The scale, its maximum on top.</summary>
    private static RgbImage Legend() => RgbImage.Create(LegendWidth, SmallestPanel, 0, static (pixels, width, _) =>
    {
        for (int i = 0; i < pixels.Length / 3; i++)
        {
            Paint(pixels, i, 1 - ((double)(i / width) / (SmallestPanel - 1)));
        }
    });

    private static void Paint(Span<byte> pixels, int i, double value) =>
        (pixels[3 * i], pixels[(3 * i) + 1], pixels[(3 * i) + 2]) = HeatColour.Of(value);
}
