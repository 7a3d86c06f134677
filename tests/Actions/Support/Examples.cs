using GCnn.Groups;
using TorchSharp;

namespace GCnn.Actions.Tests;

/// <summary>What the laws are enumerated over, and small-integer tensors, on which every sum is exact.</summary>
internal static class Examples
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    public static FieldType Permuting(PlaneGroup g) =>
        Subgroup.AllOf(g.PointGroup).Aggregate(
            FieldType.Trivial(g, 1) + FieldType.Regular(g, 2), (type, k) => type + FieldType.Quotient(g, k, 1));

    public static FieldType Mixing(PlaneGroup g) =>
        FieldType.Trivial(g, 1) + FieldType.Of(g, new VectorRepresentation(g), new VectorRepresentation(g)) + FieldType.Regular(g, 1);

    public static FieldType[] FieldTypes(PlaneGroup g) => [Permuting(g), Mixing(g)];

    /// <summary>Every point element, alone and on rectangles with each of some translations; hexagons are not translated.</summary>
    public static IEnumerable<PlaneGroupElement> Elements(PlaneGroup g, params LatticePoint[] translations) =>
        from h in Enumerable.Range(0, g.Order)
        from t in g.Lattice is HexagonalLattice ? [LatticePoint.Origin] : translations.Prepend(LatticePoint.Origin)
        select g.Element(t, h);

    /// <summary>A rectangle of integers, or a hexagon that is as wide as the rectangle is high.</summary>
    public static torch.Tensor Field(int seed, FieldType type, int samples, int rows, int columns) => type.Group.Lattice is HexagonalLattice
        ? Integers(seed, samples, type.Channels, rows | 1, rows | 1).MaskToHexagon()
        : Integers(seed, samples, type.Channels, rows, columns);

    public static torch.Tensor Integers(int seed, params long[] shape)
    {
        Random random = new(seed);
        double[] values = [.. Enumerable.Range(0, (int)shape.Aggregate((a, b) => a * b)).Select(_ => (double)random.Next(-50, 51))];
        return torch.tensor(values, shape);
    }

    public static bool Same(torch.Tensor a, torch.Tensor b) => a.shape.SequenceEqual(b.shape) && (bool)a.equal(b);
}
