namespace GCnn.Groups;

/// <summary>
/// The double cosets <c>K g L</c> of two subgroups, numbered by their smallest element in growing order: the orbits of <c>K</c> on the left
/// cosets of <c>L</c>. Equal when both subgroups are equal.
/// </summary>
/// <remarks>
/// Double coset 0 is <c>K L</c>. They partition the group into parts of unequal sizes, <c>|K g L| = |K| |L| / |K ∩ g L g⁻¹|</c>; Mackey's
/// formula has a summand for each. Source: [Serre1977], section 7.3.
/// </remarks>
public sealed class DoubleCosets : IEquatable<DoubleCosets>
{
    private readonly OrbitPartition _parts;

    /// <summary>Lists the double cosets <c>K\G/L</c>.</summary>
    /// <param name="left">The subgroup <c>K</c>.</param>
    /// <param name="right">The subgroup <c>L</c> of the same group.</param>
    /// <exception cref="ArgumentException">The subgroups belong to different groups.</exception>
    public DoubleCosets(Subgroup left, Subgroup right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        left.RequireSameParent(right);
        (Left, Right) = (left, right);
        FiniteGroup group = left.Parent;
        _parts = new OrbitPartition(
            group.Order,
            [
                .. left.Generators.Select(k => (Func<int, int>)(g => group.Multiply(k, g))),
                .. right.Generators.Select(l => (Func<int, int>)(g => group.Multiply(g, l))),
            ]);
    }

    /// <summary>The subgroup <c>K</c>, which acts from the left.</summary>
    public Subgroup Left { get; }

    /// <summary>The subgroup <c>L</c>, which acts from the right.</summary>
    public Subgroup Right { get; }

    /// <summary>The number of double cosets.</summary>
    public int Count => _parts.Count;

    /// <summary>The number of the double coset <c>K g L</c>.</summary>
    /// <param name="g">An element of the group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public int Of(int g) => _parts.Of(Left.Parent.Require(g));

    /// <summary>The elements of a double coset, in growing order.</summary>
    /// <param name="number">A double coset's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no double coset of that number.</exception>
    public IReadOnlyList<int> Members(int number) => _parts[Require(number)];

    /// <summary>The smallest element of a double coset.</summary>
    /// <param name="number">A double coset's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no double coset of that number.</exception>
    public int Representative(int number) => Members(number)[0];

    /// <summary>The number of elements of a double coset.</summary>
    /// <param name="number">A double coset's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no double coset of that number.</exception>
    public int Size(int number) => Members(number).Count;

    /// <summary>
    /// The subgroup <c>K ∩ g L g⁻¹</c> for the representative <c>g</c>: what of <c>K</c> fixes the left coset <c>g L</c>, from which Mackey's
    /// formula induces.
    /// </summary>
    /// <param name="number">A double coset's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no double coset of that number.</exception>
    public Subgroup Stabilizer(int number) => Left.Intersection(Right.Conjugate(Representative(number)));

    /// <summary>Whether both are the double cosets of the same subgroups.</summary>
    /// <param name="other">The double cosets to compare with.</param>
    public bool Equals(DoubleCosets? other) => other is not null && Left.Equals(other.Left) && Right.Equals(other.Right);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DoubleCosets);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Left, Right);

    /// <summary>The quotient's name, such as <c>{0,4}\D4/{0,2}</c>.</summary>
    public override string ToString() => $"{{{string.Join(',', Left.Members)}}}\\{new Cosets(Right)}";

    private int Require(int number) => (uint)number < (uint)Count
        ? number
        : throw new ArgumentOutOfRangeException(
            nameof(number), $"{this}: there is no double coset {number}; the {Count} double cosets are numbered 0 to {Count - 1}.");
}
