using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Which of several phases of equal norm is kept: the one that comes first when each is written in its normal form.</summary>
/// <remarks>
/// The normal form of an image is one of all images that the coarse plane group makes of it, whichever of them it is made from: of the
/// point elements the least, lexicographically, and of the shifts around the torus, or over the whole lattice where images are zero
/// outside a hexagon, one by a rule. Images have equal normal forms exactly when an element of the group takes one to the other. So the
/// phase that is kept is determined up to such elements, whatever order the phases come in; where two have the same form it does not
/// matter which. Where representations are not by integers, forms agree up to rounding, as norms do.
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
                double[] form = type.Group.Lattice is HexagonalLattice ? FromFirstCell(moved) : LeastShift(moved);
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

    /// <summary>
    /// A shift of the image that all its shifts around the torus share: the least of those that begin with the pixel that is rarest, and
    /// least of these. There are few of them, also where most of the image is one background.
    /// </summary>
    private static double[] LeastShift(Tensor image)
    {
        (int rows, int columns, int depth) = ((int)image.size(2), (int)image.size(3), (int)image.size(1));
        double[] values = PixelByPixel(image);
        int[] starts = Rarest(values, depth);
        int least = starts[0];
        foreach (int start in starts)
        {
            least = Comparison(start, least) < 0 ? start : least;
        }

        return [.. Enumerable.Range(0, rows * columns).SelectMany(place => Pixel(least, place).ToArray())];

        int Comparison(int a, int b)
        {
            for (int place = 0, sign; place < rows * columns; place++)
            {
                if ((sign = Pixel(a, place).SequenceCompareTo(Pixel(b, place))) != 0)
                {
                    return sign;
                }
            }

            return 0;
        }

        ReadOnlySpan<double> Pixel(int start, int place)
        {
            int y = ((start / columns) + (place / columns)) % rows, x = (start + place) % columns;
            return values.AsSpan(((y * columns) + x) * depth, depth);
        }
    }

    /// <summary>The places of the pixels whose channels occur least often; of those that occur equally often, of the least.</summary>
    private static int[] Rarest(double[] values, int depth)
    {
        int[] places = [.. Enumerable.Range(0, values.Length / depth)];
        int Order(int a, int b) => values.AsSpan(a * depth, depth).SequenceCompareTo(values.AsSpan(b * depth, depth));
        Array.Sort(places, Order);
        (int best, int length) = (0, int.MaxValue);
        for (int first = 0; first < places.Length;)
        {
            int count = 1;
            while (first + count < places.Length && Order(places[first], places[first + count]) == 0)
            {
                count++;
            }

            (best, length) = count < length ? (first, count) : (best, length);
            first += count;
        }

        return places[best..(best + length)];
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
