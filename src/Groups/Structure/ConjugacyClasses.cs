namespace GCnn.Groups;

/// <summary>
/// The conjugacy classes <c>{ h g h⁻¹ : h ∈ G }</c> of a group, numbered by their smallest element in growing order. Equal when the groups
/// are equal.
/// </summary>
/// <remarks>
/// Class 0 is <c>{e}</c>. The number of classes is the number of irreducible complex representations. Source: [Serre1977], section 2.5.
/// </remarks>
public sealed class ConjugacyClasses : IEquatable<ConjugacyClasses>
{
    private readonly OrbitPartition _classes;

    /// <summary>Lists the classes of a group; <see cref="FiniteGroup.ConjugacyClasses"/> keeps them.</summary>
    /// <param name="group">The group <c>G</c>.</param>
    public ConjugacyClasses(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        Group = group;
        _classes = new OrbitPartition(group.Order, [.. group.Generators.Select(s => (Func<int, int>)(g => group.Conjugate(s, g)))]);
    }

    /// <summary>The group <c>G</c>.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The number of classes.</summary>
    public int Count => _classes.Count;

    /// <summary>The number of the class of an element.</summary>
    /// <param name="g">An element of the group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public int ClassOf(int g) => _classes.Of(Group.Require(g));

    /// <summary>The elements of a class, in growing order.</summary>
    /// <param name="number">A class's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class of that number.</exception>
    public IReadOnlyList<int> Members(int number) => _classes[Require(number)];

    /// <summary>The smallest element of a class.</summary>
    /// <param name="number">A class's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class of that number.</exception>
    public int Representative(int number) => Members(number)[0];

    /// <summary>The number of elements of a class, which is the index of the centralizer of any of them.</summary>
    /// <param name="number">A class's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class of that number.</exception>
    public int Size(int number) => Members(number).Count;

    /// <summary>The order of any element of a class.</summary>
    /// <param name="number">A class's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class of that number.</exception>
    public int ElementOrder(int number) => Group.OrderOf(Representative(number));

    /// <summary>The class of the inverses; a class is real when that is itself, and its characters are then real.</summary>
    /// <param name="number">A class's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class of that number.</exception>
    public int InverseOf(int number) => ClassOf(Group.Inverse(Representative(number)));

    /// <summary>The class of the n-th powers: the power map, whose squares give the Frobenius-Schur indicator.</summary>
    /// <remarks>Source: [Serre1977], section 13.2.</remarks>
    /// <param name="number">A class's number.</param>
    /// <param name="n">The exponent, of either sign.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class of that number.</exception>
    public int PowerOf(int number, int n) => ClassOf(Group.Power(Representative(number), n));

    /// <summary>Whether both are the classes of the same group.</summary>
    /// <param name="other">The classes to compare with.</param>
    public bool Equals(ConjugacyClasses? other) => other is not null && Group.Equals(other.Group);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConjugacyClasses);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(ConjugacyClasses), Group);

    /// <summary>The group's name and the classes, such as <c>D3: {0} {1,2} {3,4,5}</c>.</summary>
    public override string ToString() => $"{Group}: {string.Join(' ', _classes.All.Select(members => $"{{{string.Join(',', members)}}}"))}";

    private int Require(int number) => (uint)number < (uint)Count
        ? number
        : throw new ArgumentOutOfRangeException(
            nameof(number), $"{Group}: there is no conjugacy class {number}; its {Count} classes are numbered 0 to {Count - 1}.");
}
