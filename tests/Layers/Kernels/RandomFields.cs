using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;

namespace GCnn.Layers.Tests;

/// <summary>Numbers of trivial, quotient and regular fields; at least one of all.</summary>
internal sealed record RandomFields(int Trivial, int Quotient, int Subgroup, int Regular)
{
    /// <summary>Fields of every kind, often several kinds.</summary>
    public static Gen<RandomFields> All =>
        from counts in Gen.Choose(0, 4).Four().Where(counts => counts.Item1 + counts.Item2 + counts.Item4 > 0)
        from few in Gen.Elements(1, 2, 4)
        let fields = new RandomFields(counts.Item1 / few, counts.Item2 / few, counts.Item3, counts.Item4 / few)
        select fields.Count > 0 ? fields : fields with { Regular = 1 };

    /// <summary>Fewer fields, and simpler ones.</summary>
    public IEnumerable<RandomFields> Smaller => new[]
    {
        this with { Regular = Regular - 1 },
        this with { Quotient = Quotient - 1 },
        this with { Trivial = Trivial - 1 },
        this with { Subgroup = Subgroup - 1 },
    }.Where(fields => fields is { Trivial: >= 0, Quotient: >= 0, Subgroup: >= 0, Regular: >= 0 } && fields.Count > 0);

    private int Count => Trivial + Quotient + Regular;

    /// <summary>The type that these are of a group.</summary>
    public FieldType Of(PlaneGroup group)
    {
        Subgroup[] subgroups = [.. GCnn.Groups.Subgroup.AllOf(group.PointGroup)];
        FieldType[] kinds =
        [
            .. Trivial > 0 ? [FieldType.Trivial(group, Trivial)] : Array.Empty<FieldType>(),
            .. Quotient > 0 ? [FieldType.Quotient(group, subgroups[Subgroup % subgroups.Length], Quotient)] : Array.Empty<FieldType>(),
            .. Regular > 0 ? [FieldType.Regular(group, Regular)] : Array.Empty<FieldType>(),
        ];
        return kinds.Aggregate((all, next) => all + next);
    }
}
