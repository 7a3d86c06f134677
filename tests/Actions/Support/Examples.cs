using GCnn.Groups;
using TorchSharp;

namespace GCnn.Actions.Tests;

/// <summary>What the laws are enumerated over, and small-integer tensors, on which every sum is exact.</summary>
internal static class Examples
{
    /// <summary>Every plane group whose elements take rectangles of pixels to rectangles.</summary>
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Where(g => g.Lattice is SquareLattice).Select(g => g.Name)];

    public static FieldType Permuting(PlaneGroup g) =>
        Subgroup.AllOf(g.PointGroup).Aggregate(
            FieldType.Trivial(g, 1) + FieldType.Regular(g, 2), (type, k) => type + FieldType.Quotient(g, k, 1));

    public static FieldType Mixing(PlaneGroup g) =>
        FieldType.Trivial(g, 1) + FieldType.Of(g, new VectorRepresentation(g), new VectorRepresentation(g)) + FieldType.Regular(g, 1);

    public static FieldType[] FieldTypes(PlaneGroup g) => [Permuting(g), Mixing(g)];

    public static IEnumerable<PlaneGroupElement> Elements(PlaneGroup g, params LatticePoint[] translations) =>
        from h in Enumerable.Range(0, g.Order)
        from t in translations.Prepend(LatticePoint.Origin)
        select g.Element(t, h);

    public static torch.Tensor Integers(int seed, params long[] shape)
    {
        Random random = new(seed);
        double[] values = [.. Enumerable.Range(0, (int)shape.Aggregate((a, b) => a * b)).Select(_ => (double)random.Next(-50, 51))];
        return torch.tensor(values, shape);
    }

    public static bool Same(torch.Tensor a, torch.Tensor b) => a.shape.SequenceEqual(b.shape) && (bool)a.equal(b);
}
