using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>
/// The formulas of CONVENTIONS.md written out as loops: <c>W'[o,h,c,u] = W[o,c,h⁻¹u]</c> and <c>W'[o,h,c,k,u] = W[o,c,h⁻¹k,h⁻¹u]</c>. What
/// stands for <c>h⁻¹k</c> and <c>h⁻¹u</c> is a parameter, so that a wrong formula is one lambda away.
/// </summary>
internal static class FilterFormula
{
    /// <summary>The source of tap <c>(h, k, u)</c> as <c>(k', u')</c>.</summary>
    public delegate (int Element, LatticePoint Point) Source(int h, int k, LatticePoint u);

    public static Source Correct(PlaneGroup g) => (h, k, u) =>
        (g.PointGroup.Multiply(g.PointGroup.Inverse(h), k), g.Matrix(g.PointGroup.Inverse(h)).Transform(u));

    /// <summary>The filter from <c>inputs</c> scalar fields to <c>outputs</c> regular ones.</summary>
    public static Tensor Lifting(PlaneGroup g, double[] free, int outputs, int inputs, int size, Source source) =>
        Expand(g, free, outputs, inputs, 1, size, source);

    /// <summary>The filter between regular fields.</summary>
    public static Tensor Group(PlaneGroup g, double[] free, int outputs, int inputs, int size, Source source) =>
        Expand(g, free, outputs, inputs, g.Order, size, source);

    private static Tensor Expand(PlaneGroup g, double[] free, int outputs, int inputs, int fibre, int size, Source source)
    {
        int n = g.Order;
        double[] filter =
        [
            .. from o in Enumerable.Range(0, outputs)
               from h in Enumerable.Range(0, n)
               from c in Enumerable.Range(0, inputs)
               from k in Enumerable.Range(0, fibre)
               from row in Enumerable.Range(0, size)
               from column in Enumerable.Range(0, size)
               let at = source(h, k, new((2 * column) - size + 1, (2 * row) - size + 1))
               let element = fibre == 1 ? 0 : at.Element
               select free[(((((o * inputs) + c) * fibre) + element) * size * size) + Place(at.Point, size)],
        ];
        return tensor(filter, [outputs * n, inputs * fibre, size, size]);
    }

    private static int Place(LatticePoint u, int size) => (size * ((u.Y + size - 1) / 2)) + ((u.X + size - 1) / 2);
}
