using GCnn.Experiments.Kernels;
using GCnn.Groups;
using GCnn.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Reports.Html;

/// <summary>
/// Filters of a net's first layer as colours, each in all its poses: of field <c>f</c> and element <c>h</c> the bank
/// <c>W[f, h, c, u] = W[f, e, c, h⁻¹ u]</c>, of which only one is learned.
/// </summary>
/// <param name="Group">The group.</param>
/// <param name="Elements">Names of its elements.</param>
/// <param name="Orbits">For each field that is shown, a picture for each element; the largest filters first.</param>
/// <param name="Fields">How many fields the layer has.</param>
internal sealed record FilterOrbits(
    string Group, IReadOnlyList<string> Elements, IReadOnlyList<IReadOnlyList<LatticeImage>> Orbits, int Fields)
{
    private const int Colours = 3;
    private const int Side = 44;
    private const int MostOrbits = 6;
    private const int MostSingles = 24;

    /// <summary>Draws the filters of a layer from images to regular fields.</summary>
    /// <param name="lifting">The layer.</param>
    public static FilterOrbits Of(Convolution lifting)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        PlaneGroup group = lifting.InputType.Group;
        Tensor filters = lifting.ExpandedFilter().detach().cpu();
        int size = (int)filters.size(-1), order = group.Order, fields = (int)filters.size(0) / order;
        float[] values = filters.contiguous().data<float>().ToArray();
        int length = Colours * size * size;
        int most = order == 1 ? MostSingles : MostOrbits;
        IEnumerable<float[]> largest = Enumerable.Range(0, fields)
            .Select(field => values.AsSpan(field * order * length, order * length).ToArray())
            .OrderByDescending(orbit => orbit.Sum(value => value * value)).Take(most);
        return new FilterOrbits(
            group.Name, [.. Enumerable.Range(0, order).Select(h => Numbers.Element(ElementName.Of(group, h)))],
            [.. largest.Select(orbit => Pictures(group.Lattice, orbit, length, size))], fields);
    }

    // Grey is zero; all poses of a filter in one scale.
    private static LatticeImage[] Pictures(Lattice lattice, float[] orbit, int length, int size)
    {
        float scale = orbit.Max(Math.Abs);
        return
        [
            .. orbit.Chunk(length).Select(filter => LatticeImage.Of(
                lattice, Array.ConvertAll(filter, value => scale > 0 ? 0.5f + (value / scale / 2) : 0.5f), size, Side)),
        ];
    }
}
