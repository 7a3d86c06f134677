namespace GCnn.Groups;

/// <summary>
/// A class function with real values, above all the character <c>χ(g) = tr ρ(g)</c> of a representation, which tells it from any that
/// is not equivalent.
/// </summary>
/// <remarks>Equal when groups and values are equal. Source: [Serre1977], chapter 2.</remarks>
public sealed partial class Character : IEquatable<Character>
{
    /// <summary>
    /// Values this near an integer are that integer; a sum of roots of unity of a small order is not nearer unless it is one.
    /// </summary>
    private const double Rounding = 1e-10;

    private readonly double[] _ofClass;

    private Character(FiniteGroup group, IEnumerable<double> ofClass)
    {
        Group = group;
        _ofClass = [.. ofClass.Select(value => Math.Abs(value - Math.Round(value)) < Rounding ? Math.Round(value) + 0.0 : value)];
    }

    /// <summary>The group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The value on each conjugacy class, in the order of <see cref="FiniteGroup.ConjugacyClasses"/>.</summary>
    public IReadOnlyList<double> Values => _ofClass;

    /// <summary>The value at the identity, <c>χ(e)</c>: the dimension.</summary>
    public double Degree => _ofClass[0];

    /// <summary>The value at an element.</summary>
    /// <param name="g">An element of the group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no such element.</exception>
    public double this[int g] => _ofClass[Group.ConjugacyClasses.ClassOf(g)];

    /// <summary>The character of a representation.</summary>
    /// <param name="representation">The representation.</param>
    public static Character Of(Representation representation)
    {
        ArgumentNullException.ThrowIfNull(representation);
        return OnClasses(representation.Group, representation.Character);
    }

    /// <summary>The class function with given values.</summary>
    /// <param name="group">The group.</param>
    /// <param name="values">A value for each conjugacy class, in the order of <see cref="FiniteGroup.ConjugacyClasses"/>.</param>
    /// <exception cref="ArgumentException">There are not as many values as classes.</exception>
    public static Character FromClasses(FiniteGroup group, params double[] values)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(values);
        return values.Length == group.ConjugacyClasses.Count
            ? new Character(group, values)
            : throw new ArgumentException(
                $"{group} has {group.ConjugacyClasses.Count} conjugacy classes, and a class function has a value on each; " +
                $"{values.Length} were given. The classes are those of FiniteGroup.ConjugacyClasses.",
                nameof(values));
    }

    /// <summary>The character of the direct sum.</summary>
    /// <param name="a">The first character.</param>
    /// <param name="b">The second character.</param>
    /// <exception cref="ArgumentException">They belong to different groups.</exception>
    public static Character operator +(Character a, Character b) => Combine(a, b, (x, y) => x + y);

    /// <summary>The character of the tensor product.</summary>
    /// <param name="a">The first character.</param>
    /// <param name="b">The second character.</param>
    /// <exception cref="ArgumentException">They belong to different groups.</exception>
    public static Character operator *(Character a, Character b) => Combine(a, b, (x, y) => x * y);

    /// <summary>The largest difference of values.</summary>
    /// <param name="other">The character to compare with.</param>
    /// <exception cref="ArgumentException">They belong to different groups.</exception>
    public double Distance(Character other)
    {
        RequireSameGroup(other);
        return RowMajor.Distance(_ofClass, other._ofClass);
    }

    /// <summary>Whether groups and values are equal.</summary>
    /// <param name="other">The character to compare with.</param>
    public bool Equals(Character? other) => ReferenceEquals(this, other)
        || (other is not null && Group.Equals(other.Group) && _ofClass.AsSpan().SequenceEqual(other._ofClass));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Character);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, Degree);

    /// <summary>The group and the values, such as <c>D3: 2 -1 0</c>.</summary>
    public override string ToString() => $"{Group}: {string.Join(' ', _ofClass.Select(value => $"{value:0.####}"))}";

    /// <summary>The class function whose value at an element is known.</summary>
    internal static Character OnClasses(FiniteGroup group, Func<int, double> value) =>
        new(group, Enumerable.Range(0, group.ConjugacyClasses.Count).Select(c => value(group.ConjugacyClasses.Representative(c))));

    private static Character Combine(Character a, Character b, Func<double, double, double> combine)
    {
        ArgumentNullException.ThrowIfNull(a);
        a.RequireSameGroup(b);
        return new Character(a.Group, a._ofClass.Zip(b._ofClass, combine));
    }

    private void RequireSameGroup(Character other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Group.Equals(other.Group))
        {
            throw new ArgumentException(
                $"The characters belong to different groups, {Group} of order {Group.Order} and {other.Group} of order " +
                $"{other.Group.Order}. Restrict the larger group's, or induce the smaller's.",
                nameof(other));
        }
    }
}
