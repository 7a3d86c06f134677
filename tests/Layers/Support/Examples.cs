using GCnn.Groups;
using TorchSharp;

namespace GCnn.Layers.Tests;

/// <summary>What the laws are enumerated over.</summary>
internal static class Examples
{
    /// <summary>Every plane group whose elements take rectangles of pixels to rectangles.</summary>
    public static TheoryData<string> PlaneGroups => [.. OnPixels.Select(g => g.Name)];

    /// <summary>The plane groups that keep rows as rows, so that rectangular stencils are closed under them.</summary>
    public static TheoryData<string> KeepingTheAxes =>
        [.. OnPixels.Where(g => !Enumerable.Range(0, g.Order).Any(g.SwapsAxes)).Select(g => g.Name)];

    /// <summary>One field for each subgroup of the point group, <c>{e}</c> and the whole group included.</summary>
    public static FieldType Quotients(PlaneGroup g) =>
        Subgroup.AllOf(g.PointGroup).Select(k => FieldType.Quotient(g, k, 1)).Aggregate((a, b) => a + b);

    /// <summary>Several blocks, of several kinds and lengths.</summary>
    public static FieldType Mixed(PlaneGroup g) =>
        FieldType.Trivial(g, 2) + FieldType.Regular(g, 2) + FieldType.Quotient(g, Subgroup.AllOf(g.PointGroup)[^1], 1)
        + FieldType.Quotient(g, Subgroup.AllOf(g.PointGroup)[Subgroup.AllOf(g.PointGroup).Count / 2], 2) + FieldType.Trivial(g, 1);

    /// <summary>Lifting, group convolution, to and from scalars, quotients and mixtures.</summary>
    public static (FieldType Input, FieldType Output)[] Pairs(PlaneGroup g) =>
    [
        (FieldType.Trivial(g, 2), FieldType.Regular(g, 2)),
        (FieldType.Regular(g, 2), FieldType.Regular(g, 1)),
        (FieldType.Regular(g, 1), FieldType.Trivial(g, 2)),
        (FieldType.Trivial(g, 1), Quotients(g)),
        (Quotients(g), FieldType.Regular(g, 1)),
        (Mixed(g), Mixed(g)),
    ];

    /// <summary>The square, or the hexagon inside it, of a side.</summary>
    public static Stencil Window(PlaneGroup g, int side) =>
        g.Lattice is HexagonalLattice ? Stencil.Hexagon(side / 2) : Stencil.Square(side);

    public static bool Same(torch.Tensor a, torch.Tensor b) => a.shape.SequenceEqual(b.shape) && (bool)a.equal(b);

    private static IEnumerable<PlaneGroup> OnPixels => PlaneGroup.All.Where(g => g.Lattice is SquareLattice);
}
