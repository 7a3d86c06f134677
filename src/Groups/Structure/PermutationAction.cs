namespace GCnn.Groups;

/// <summary>
/// An action of a finite group on the points <c>0 … n − 1</c> from the left: <c>e·i = i</c> and <c>(g * h)·i = g·(h·i)</c>. Equal when
/// the groups and all images are equal.
/// </summary>
/// <remarks>Source: [Holt2005], section 2.2.</remarks>
public sealed partial class PermutationAction : IEquatable<PermutationAction>
{
    private readonly int[] _images;
    private readonly OrbitPartition _orbits;

    /// <summary>
    /// The one constructor; images are row-major, <c>images[g * degree + i] = g·i</c>, and the factories have checked them.
    /// </summary>
    private PermutationAction(FiniteGroup group, int degree, int[] images)
    {
        Group = group;
        Degree = degree;
        _images = images;
        _orbits = new OrbitPartition(degree, [.. group.Generators.Select(s => (Func<int, int>)(i => images[(s * degree) + i]))]);
    }

    /// <summary>The group that acts.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The number <c>n</c> of points.</summary>
    public int Degree { get; }

    /// <summary>The orbits <c>{ g·i : g ∈ G }</c>: each in growing order, orbits by their smallest member.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Orbits => _orbits.All;

    /// <summary>Whether the points are one orbit.</summary>
    public bool IsTransitive => _orbits.Count == 1;

    /// <summary>The elements that fix every point, a normal subgroup.</summary>
    public Subgroup Kernel => field ??= Group.SubgroupOf(g => FixedPoints(g).Count == Degree);

    /// <summary>Whether only the identity fixes every point.</summary>
    public bool IsFaithful => Kernel.Order == 1;

    /// <summary>The image <c>g·i</c> of a point.</summary>
    /// <param name="g">An element of the group.</param>
    /// <param name="i">A point, from 0 to <c>Degree − 1</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element or point.</exception>
    public int Act(int g, int i) => _images[(Group.Require(g) * Degree) + RequirePoint(i)];

    /// <summary>The number, in <see cref="Orbits"/>, of the orbit of a point.</summary>
    /// <param name="i">A point.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public int OrbitOf(int i) => _orbits.Of(RequirePoint(i));

    /// <summary>
    /// The orbit <c>{ g·i : g ∈ G }</c> of a point, in growing order; it is as large as the index of the point's stabilizer.
    /// </summary>
    /// <param name="i">A point.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public IReadOnlyList<int> Orbit(int i) => _orbits[OrbitOf(i)];

    /// <summary>The stabilizer <c>{ g : g·i = i }</c> of a point.</summary>
    /// <param name="i">A point.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public Subgroup Stabilizer(int i)
    {
        RequirePoint(i);
        return Group.SubgroupOf(g => Act(g, i) == i);
    }

    /// <summary>The points that an element fixes, in growing order; their mean number over the group is the number of orbits.</summary>
    /// <remarks>Source: [Burnside1911], section 145.</remarks>
    /// <param name="g">An element of the group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no such element.</exception>
    public IReadOnlyList<int> FixedPoints(int g)
    {
        Group.Require(g);
        return [.. Enumerable.Range(0, Degree).Where(i => Act(g, i) == i)];
    }

    /// <summary>
    /// The action <c>h·i = f(h)·i</c> of another group through a homomorphism <c>f</c>: its restriction to a subgroup, when <c>f</c> is the
    /// inclusion.
    /// </summary>
    /// <param name="homomorphism">The homomorphism <c>f</c> to the group that acts here.</param>
    /// <exception cref="ArgumentException">The homomorphism ends in another group.</exception>
    public PermutationAction Pullback(Homomorphism homomorphism)
    {
        ArgumentNullException.ThrowIfNull(homomorphism);
        return homomorphism.Target.Equals(Group)
            ? FromFunction(homomorphism.Source, Degree, (h, i) => Act(homomorphism[h], i))
            : throw new ArgumentException(
                $"{homomorphism} ends in {homomorphism.Target} of order {homomorphism.Target.Order}, but {Group} of order " +
                $"{Group.Order} acts.",
                nameof(homomorphism));
    }

    /// <summary>Whether the groups and all images are equal.</summary>
    /// <param name="other">The action to compare with.</param>
    public bool Equals(PermutationAction? other) =>
        other is not null && Degree == other.Degree && Group.Equals(other.Group) && _images.AsSpan().SequenceEqual(other._images);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PermutationAction);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, GroupTable.Hash(_images));

    /// <summary>The group's name and the number of points, such as <c>D4 on 5 points</c>.</summary>
    public override string ToString() => $"{Group} on {Degree} points";

    private int RequirePoint(int i) => (uint)i < (uint)Degree
        ? i
        : throw new ArgumentOutOfRangeException(
            nameof(i), $"{this}: there is no point {i}; the points are numbered 0 to {Degree - 1}.");
}
