namespace GCnn.Groups;

/// <summary>
/// The decomposition of a permutation representation into its orbits, each of which is a quotient of the group: what
/// <see cref="IsotypicDecomposition"/> is with irreps, but by a permutation and exact. Equal when the representations are.
/// </summary>
/// <remarks>
/// An orbit with base point <c>i</c> and stabilizer <c>K = { g : g·i = i }</c> is <c>G/K</c> by <c>aK → a·i</c>: the regular representation
/// where <c>K = {e}</c>, the trivial one where <c>K = G</c>. Stabilizers along an orbit are conjugate; the base point is the smallest
/// whose stabilizer comes first, so that equivalent orbits have equal representations. Orbits are in the order of
/// <see cref="PermutationRepresentation.Orbits"/>. Source: [Holt2005], section 2.2.
/// </remarks>
public sealed class OrbitDecomposition : IEquatable<OrbitDecomposition>
{
    private readonly int[] _sources;

    private OrbitDecomposition(PermutationRepresentation representation, OrbitBlock[] blocks, int[] sources) =>
        (Representation, Blocks, _sources) = (representation, blocks, sources);

    /// <summary>The representation <c>ρ</c>.</summary>
    public PermutationRepresentation Representation { get; }

    /// <summary>The orbits, in the order of their coordinates.</summary>
    public IReadOnlyList<OrbitBlock> Blocks { get; }

    /// <summary>The permutation: coordinate <c>i</c> of the new basis is coordinate <c>Sources[i]</c> of the old.</summary>
    public IReadOnlyList<int> Sources => _sources;

    /// <summary>The direct sum of the blocks.</summary>
    public PermutationRepresentation DirectSum =>
        (PermutationRepresentation)Groups.Representation.DirectSum([.. Blocks.Select(block => block.Representation)]);

    /// <summary>Decomposes a permutation representation.</summary>
    /// <param name="representation">The representation.</param>
    public static OrbitDecomposition Of(PermutationRepresentation representation)
    {
        ArgumentNullException.ThrowIfNull(representation);
        List<OrbitBlock> blocks = [];
        List<int> sources = [];
        foreach (IReadOnlyList<int> orbit in representation.Orbits)
        {
            (int basePoint, Subgroup stabilizer) = Base(representation, orbit);
            blocks.Add(new OrbitBlock(OnCosets(stabilizer), sources.Count));
            Cosets cosets = new(stabilizer);
            sources.AddRange(Enumerable.Range(0, cosets.Count).Select(c => representation.Act(cosets.Representative(c), basePoint)));
        }

        return new OrbitDecomposition(representation, [.. blocks], [.. sources]);
    }

    /// <summary>Whether both decompose the same representation.</summary>
    /// <param name="other">The decomposition to compare with.</param>
    public bool Equals(OrbitDecomposition? other) => other is not null && Representation.Equals(other.Representation);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OrbitDecomposition);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(OrbitDecomposition), Representation);

    /// <summary>The orbits, such as <c>regular restricted to C4 = 2 regular</c>.</summary>
    public override string ToString() =>
        $"{Representation} = {DirectSumRepresentation.NameOf([.. Blocks.Select(block => block.Representation)])}";

    private static (int Point, Subgroup Stabilizer) Base(PermutationRepresentation representation, IReadOnlyList<int> orbit)
    {
        FiniteGroup group = representation.Group;
        (int Point, Subgroup Stabilizer) first = (orbit[0], group.SubgroupOf(g => representation.Act(g, orbit[0]) == orbit[0]));
        foreach (int point in orbit.Skip(1))
        {
            Subgroup stabilizer = group.SubgroupOf(g => representation.Act(g, point) == point);
            first = stabilizer.MemberSpan.SequenceCompareTo(first.Stabilizer.MemberSpan) < 0 ? (point, stabilizer) : first;
        }

        return first;
    }

    private static PermutationRepresentation OnCosets(Subgroup stabilizer) => stabilizer switch
    {
        { Index: 1 } => new TrivialRepresentation(stabilizer.Parent),
        { Order: 1 } => new RegularRepresentation(stabilizer.Parent),
        _ => new QuotientRepresentation(stabilizer),
    };
}
