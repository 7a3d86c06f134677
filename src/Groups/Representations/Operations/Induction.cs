namespace GCnn.Groups;

/// <summary>
/// How a group moves the cosets of a subgroup and turns within them: <c>g t_c = t_(g·c) k</c>, with <c>t_c</c> the smallest element of
/// coset <c>c</c> and <c>k</c> in the subgroup.
/// </summary>
internal sealed class Induction
{
    private readonly int[] _place;

    /// <summary>Refuses what belongs to another group than the subgroup's own; the name says what it is.</summary>
    public Induction(Subgroup subgroup, FiniteGroup group, string source)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        Subgroup = subgroup;
        Cosets = new Cosets(subgroup);
        _place = new int[subgroup.Parent.Order];
        for (int i = 0; i < subgroup.Order; i++)
        {
            _place[subgroup.Members[i]] = i;
        }

        if (!group.Equals(subgroup.AsGroup()))
        {
            throw new ArgumentException(
                $"{source} belongs to {group} of order {group.Order}; to induce from {subgroup} of order {subgroup.Order} it must belong " +
                "to that subgroup as a group of its own. Build it from Subgroup.AsGroup().",
                nameof(subgroup));
        }
    }

    public Subgroup Subgroup { get; }

    public Cosets Cosets { get; }

    /// <summary>The coset <c>g·c</c>, and <c>k = t_(g·c)⁻¹ g t_c</c> as an element of the subgroup's own group.</summary>
    public (int Coset, int K) Act(int g, int coset)
    {
        FiniteGroup group = Subgroup.Parent;
        int moved = group.Multiply(g, Cosets.Representative(coset));
        int image = Cosets.CosetOf(moved);
        return (image, _place[group.Multiply(group.Inverse(Cosets.Representative(image)), moved)]);
    }
}
