using GCnn.Groups;

namespace GCnn.Layers.Tests;

/// <summary>The kinds of fields that a plane group has, each as a type of two fields; and what a layer may ask of them.</summary>
internal static class KindsOfFields
{
    /// <summary>The 13 plane groups, groups beyond the lattice, and the rotations of the plane on both lattices.</summary>
    public static PlaneGroup[] Groups { get; } =
    [
        .. PlaneGroup.All,
        PlaneGroup.Cyclic(8), PlaneGroup.Dihedral(8), PlaneGroup.SO2(2), PlaneGroup.O2(2, new HexagonalLattice()),
    ];

    /// <summary>The kinds by name: every one of this list that the group has.</summary>
    public static IEnumerable<(string Kind, FieldType Type)> Of(PlaneGroup g)
    {
        FiniteGroup h = g.PointGroup;
        Irrep[] irreps = [.. Irreps.Of(h).Where(irrep => irrep.Frequency <= (g.MaximumFrequency ?? irrep.Frequency))];
        Irrep? sign = irreps.Skip(1).FirstOrDefault(irrep => irrep.Dimension == 1);
        Irrep? plane = irreps.FirstOrDefault(irrep => irrep.Dimension == 2);
        yield return ("trivial", FieldType.Trivial(g, 2));
        yield return ("trivial irrep", FieldType.Copies(g, irreps[0], 2));
        if (sign is not null)
        {
            yield return ("sign irrep", FieldType.Copies(g, sign, 2));
        }

        if (plane is not null)
        {
            yield return ("irrep of two dimensions", FieldType.Copies(g, plane, 2));
        }

        yield return ("sum of irreps", FieldType.Copies(g, Representation.DirectSum([.. irreps]), 2));
        if (g.MaximumFrequency is null)
        {
            foreach (var kind in Finite(g, Subgroup.AllOf(h)))
            {
                yield return kind;
            }
        }

        yield return ("mixed", FieldType.Of(g, irreps[^1], new TrivialRepresentation(h), irreps[0] + irreps[^1], irreps[^1]));
    }

    /// <summary>The name of the first field of which a matrix is no permutation matrix, by its entries; or null.</summary>
    public static string? NotPermuting(FieldType type) => FirstWithout(type, entry => Math.Abs(entry - 1) < 1e-9);

    /// <summary>The name of the first field of which a matrix is no permutation matrix up to signs, by its entries; or null.</summary>
    public static string? NotSigned(FieldType type) => FirstWithout(type, entry => Math.Abs(Math.Abs(entry) - 1) < 1e-9);

    /// <summary>The name of the first field whose channels are not cosets of a subgroup inside another; or null.</summary>
    public static string? NotCosetsWithin(FieldType type, Subgroup subgroup) => First(type, field =>
        Fixing(field) is not int[] fixing || !fixing.All(subgroup.Contains));

    /// <summary>The name of the first field whose channels are not directions: cosets of a group that keeps one; or null.</summary>
    public static string? NotDirections(FieldType type) => First(type, field =>
        Fixing(field) is not int[] fixing || fixing.Count(type.Group.IsRotation) > 1);

    /// <summary>The name of the first field that holds an irrep more often than functions on the point group do; or null.</summary>
    public static string? NotFunctions(FieldType type) => First(type, field =>
    {
        Character own = Character.Of(field), functions = Character.Of(new RegularRepresentation(field.Group));
        return Irreps.Of(field.Group).Any(irrep => own.Multiplicity(irrep) > functions.Multiplicity(irrep));
    });

    private static IEnumerable<(string Kind, FieldType Type)> Finite(PlaneGroup g, IReadOnlyList<Subgroup> subgroups)
    {
        FiniteGroup h = g.PointGroup;
        yield return ("regular", FieldType.Regular(g, 2));
        if (subgroups.FirstOrDefault(k => k.Order > 1 && k.Index > 1 && k.Members.Count(g.IsRotation) == 1) is Subgroup mirror)
        {
            yield return ("quotient by a mirror", FieldType.Quotient(g, mirror, 2));
        }

        if (subgroups.LastOrDefault(k => k.Order > 1 && k.Index > 1) is Subgroup large)
        {
            yield return ("several orbits", FieldType.Copies(g, new QuotientRepresentation(large) + new TrivialRepresentation(h), 2));
            yield return ("induced", FieldType.Copies(g, Irreps.Of(large.AsGroup())[^1].Induce(large), 2));
        }

        if (g is { IsExact: true, Lattice: SquareLattice })
        {
            yield return ("own matrices", FieldType.Copies(g, new MixingRepresentation(g), 2));
        }
    }

    /// <summary>The elements that keep the first channel, of a field on one orbit; or null.</summary>
    private static int[]? Fixing(Representation field) => field is PermutationRepresentation { IsTransitive: true } channels
        ? [.. Enumerable.Range(0, field.Group.Order).Where(g => channels.Act(g, 0) == 0)]
        : null;

    private static string? FirstWithout(FieldType type, Func<double, bool> isUnit) => First(type, field =>
        !Enumerable.Range(0, field.Group.Order).All(g => field.Entries(g).ToArray().Count(isUnit) == field.Dimension));

    private static string? First(FieldType type, Predicate<Representation> isOdd) =>
        type.Fields.FirstOrDefault(field => isOdd(field)) is Representation odd ? $"'{odd}'" : null;
}
