using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>Tells the errors of an image's interior from those of its border.</summary>
/// <remarks>
/// A pixel belongs to the interior if at least <c>margin</c> pixels lie between it and the border, and, for a cyclic shift, between the
/// border and the place it came from. On hexagons distance is counted in cells, and what is outside the hexagon is border.
/// </remarks>
/// <param name="Margin">The margin in output pixels; null takes a quarter of the shorter side.</param>
/// <param name="OnHexagons">Whether images are hexagons.</param>
/// <param name="KeepsMaps">Whether the error of each pixel is kept.</param>
internal sealed record Border(int? Margin, bool OnHexagons, bool KeepsMaps)
{
    /// <summary>Where the outputs are no whole images: nothing is told apart.</summary>
    public static Border None { get; } = new(int.MaxValue, false, false);

    /// <summary>The cyclic shift of the output.</summary>
    public LatticePoint Shift { get; init; }

    /// <summary>The border that a measurement asks for.</summary>
    public static Border Of(EquivarianceOptions? options, Lattice lattice) =>
        options?.Margin is < 0
            ? throw new ArgumentOutOfRangeException(
                nameof(options), $"The margin counts output pixels and is at least 0; it was given as {options.Margin}.")
            : new(options?.Margin, lattice is HexagonalLattice, options?.KeepMaps == true);

    /// <summary>The error with its parts, from the error of each pixel, <c>H x W</c>.</summary>
    public ElementError Split(ElementError error, Tensor map)
    {
        ErrorMap errors = new((int)map.shape[0], (int)map.shape[1], [.. map.contiguous().data<double>()]);
        bool[] interior = [.. errors.Pixels.Select(pixel => IsInside(pixel, errors) && IsInside(Origin(pixel, errors), errors))];
        double? Largest(bool inside)
        {
            double[] part = [.. errors.Values.Where((_, i) => interior[i] == inside)];
            return part.Length == 0 ? null : Array.Exists(part, double.IsNaN) ? double.NaN : part.Max();
        }

        return error with
        {
            InteriorError = Largest(true),
            BorderError = interior.Contains(true) ? Largest(false) : null,
            Map = KeepsMaps ? errors : null,
        };
    }

    private LatticePoint Origin(LatticePoint pixel, ErrorMap image) =>
        new(Wrap(pixel.X - Shift.X, image.Columns), Wrap(pixel.Y - Shift.Y, image.Rows));

    private bool IsInside(LatticePoint pixel, ErrorMap image)
    {
        long margin = Margin ?? Math.Max(1, Math.Min(image.Rows, image.Columns) / 4);
        if (!OnHexagons || image.Rows != image.Columns || image.Rows % 2 == 0)
        {
            return Math.Min(Math.Min(pixel.X, image.Columns - 1 - pixel.X), Math.Min(pixel.Y, image.Rows - 1 - pixel.Y)) >= margin;
        }

        int radius = image.Rows / 2, q = pixel.X - radius, r = pixel.Y - radius;
        return radius - Math.Max(Math.Max(Math.Abs(q), Math.Abs(r)), Math.Abs(q + r)) >= margin;
    }

    private static int Wrap(int place, int side) => ((place % side) + side) % side;
}
