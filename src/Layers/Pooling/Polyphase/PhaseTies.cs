using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Which of several phases of equal norm is kept: the one that comes first when each is written in its normal form.</summary>
/// <remarks>
/// The normal form of an image is the lexicographically least of all images that the coarse plane group makes of it: point elements, and
/// shifts around the torus, or over the whole lattice where images are zero outside a hexagon. Images have equal normal forms exactly when
/// an element of the group takes one to the other. So the phase that is kept is determined up to such elements, whatever order the phases
/// come in; where two have the same form it does not matter which. Where representations are not by integers, forms agree up to rounding,
/// as norms do. Ties are rare outside constant images, whose phases are equal, so the time this takes is of no matter.
/// </remarks>
internal static class PhaseTies
{
    /// <summary>The place in the list of the phase to keep.</summary>
    /// <param name="type">The type of the images.</param>
    /// <param name="tied">The samples of each phase, <c>1 x C x h x w</c>. The caller owns the scope.</param>
    internal static int First(FieldType type, IReadOnlyList<Tensor> tied)
    {
        if (tied.All(samples => (bool)samples.equal(tied[0])))
        {
            return 0;
        }

        double[]? least = null;
        int first = 0;
        for (int phase = 0; phase < tied.Count; phase++)
        {
            foreach (int h in Standing(type.Group, tied[phase]))
            {
                using FieldAction action = new(type, h);
                Tensor moved = action.Apply(tied[phase]);
                double[] form = type.Group.Lattice is HexagonalLattice ? FromFirstCell(moved) : LeastShift(moved, least);
                if (least is null || Precedes(form, least))
                {
                    (least, first) = (form, phase);
                }
            }
        }

        return first;
    }

    /// <summary>
    /// The elements that keep the lattice. Where some exchange the axes, an image is compared lying, with no more rows than columns: else
    /// a turned image would be compared row by row with what were its columns.
    /// </summary>
    private static IEnumerable<int> Standing(PlaneGroup group, Tensor image)
    {
        PlaneGroup exact = group.LatticeGroup;
        bool exchanges = Enumerable.Range(0, exact.Order).Any(exact.SwapsAxes);
        return group.ElementsOf(exact).Where(h =>
            !exchanges || image.size(2) == image.size(3) || group.SwapsAxes(h) == image.size(2) > image.size(3));
    }

    /// <summary>The least of the image's shifts around the torus, or any image that does not precede <paramref name="bound"/>.</summary>
    private static double[] LeastShift(Tensor image, double[]? bound)
    {
        (int rows, int columns, int depth) = ((int)image.size(2), (int)image.size(3), (int)image.size(1));
        double[] values = PixelByPixel(image), least = bound ?? values;
        for (int dy = 0; dy < rows; dy++)
        {
            for (int dx = 0; dx < columns; dx++)
            {
                if (Comparison(dy, dx) < 0)
                {
                    least = [.. Enumerable.Range(0, values.Length).Select(i => values[Source(i, dy, dx)])];
                }
            }
        }

        return least;

        int Source(int i, int dy, int dx)
        {
            (int pixel, int channel) = Math.DivRem(i, depth);
            (int y, int x) = Math.DivRem(pixel, columns);
            return (((((y + dy) % rows) * columns) + ((x + dx) % columns)) * depth) + channel;
        }

        int Comparison(int dy, int dx)
        {
            for (int i = 0; i < values.Length; i++)
            {
                int sign = values[Source(i, dy, dx)].CompareTo(least[i]);
                if (sign != 0)
                {
                    return sign;
                }
            }

            return 0;
        }
    }

    /// <summary>The cells that are not zero, row by row: the place, counted from the first of them, then the channels.</summary>
    private static double[] FromFirstCell(Tensor image)
    {
        (int columns, int depth) = ((int)image.size(3), (int)image.size(1));
        double[] values = PixelByPixel(image);
        int[] cells = [.. Enumerable.Range(0, values.Length / depth).Where(p => values.AsSpan(p * depth, depth).ContainsAnyExcept(0.0))];
        (int top, int left) = cells.Length == 0 ? (0, 0) : Math.DivRem(cells[0], columns);
        return [.. cells.SelectMany(p =>
            new double[] { (p / columns) - top, (p % columns) - left }.Concat(values.Skip(p * depth).Take(depth)))];
    }

    private static bool Precedes(double[] a, double[] b) => a.AsSpan().SequenceCompareTo(b) < 0;

    private static double[] PixelByPixel(Tensor image) =>
        [.. image.permute(0, 2, 3, 1).to(ScalarType.Float64).cpu().contiguous().data<double>()];
}
