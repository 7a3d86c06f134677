namespace GCnn.Groups;

/// <summary>
/// A symmorphic plane group <c>Z² ⋊ H</c>: all translations of a lattice, and a point group <c>H</c> of integer matrices that keep
/// the lattice's metric.
/// </summary>
/// <remarks>
/// The point group's elements are numbered as in CONVENTIONS.md: <c>r^k</c> for <c>k &lt; n</c>, then <c>r^k s</c>. Two plane groups are
/// equal when their lattices and their matrices, in this order, are equal; pm and cm have equal point groups and differ.
/// Source: [ITA2016], chapter 2.2; [CohenWelling2016], sections 4.2 and 4.3 (p4, p4m).
/// </remarks>
public sealed partial class PlaneGroup : IEquatable<PlaneGroup>
{
    private readonly IntegerMatrix[] _matrices;

    private PlaneGroup(string name, Lattice lattice, FiniteGroup pointGroup, IntegerMatrix[] matrices)
    {
        Name = name;
        Lattice = lattice;
        PointGroup = pointGroup;
        _matrices = matrices;
    }

    /// <summary>The short international name, such as <c>p4m</c>. It takes no part in equality.</summary>
    public string Name { get; }

    /// <summary>The lattice, which carries the metric.</summary>
    public Lattice Lattice { get; }

    /// <summary>The point group <c>H</c> as an abstract group, <c>C_n</c> or <c>D_n</c>.</summary>
    public FiniteGroup PointGroup { get; }

    /// <summary>The order of the point group, <c>|H|</c>.</summary>
    public int Order => PointGroup.Order;

    /// <summary>The identity, <c>x → x</c>.</summary>
    public PlaneGroupElement Identity => Element(LatticePoint.Origin, 0);

    /// <summary>The matrix of a point element: <c>Matrix(g * h) = Matrix(g) Matrix(h)</c>.</summary>
    /// <param name="h">An element of the point group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point group has no such element.</exception>
    public IntegerMatrix Matrix(int h) => _matrices[PointGroup.Require(h)];

    /// <summary>The determinant of a point element: 1 for rotations, −1 for reflections.</summary>
    /// <param name="h">An element of the point group.</param>
    public int Determinant(int h) => Matrix(h).Determinant;

    /// <summary>Whether a point element keeps orientation, <c>det = 1</c>; the identity does.</summary>
    /// <param name="h">An element of the point group.</param>
    public bool IsRotation(int h) => Determinant(h) == 1;

    /// <summary>
    /// Whether a point element takes rows to columns, <c>M = [[0, ±1], [±1, 0]]</c>, so that an image's height becomes its width.
    /// </summary>
    /// <param name="h">An element of the point group.</param>
    public bool SwapsAxes(int h) => Matrix(h) is { A: 0, D: 0 };

    /// <summary>The element <c>x → M x + t</c>.</summary>
    /// <param name="translation">The translation <c>t</c>, applied last.</param>
    /// <param name="pointElement">The element of the point group whose matrix is <c>M</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point group has no such element.</exception>
    public PlaneGroupElement Element(LatticePoint translation, int pointElement) =>
        new(this, translation, PointGroup.Require(pointElement));

    /// <summary>Whether every element of another group is an element of this one.</summary>
    /// <param name="other">The other plane group.</param>
    public bool Contains(PlaneGroup other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Lattice.Equals(other.Lattice) && other._matrices.All(m => _matrices.Contains(m));
    }

    /// <summary>
    /// The embedding of a subgroup: entry <c>k</c> is this group's element with the matrix of the subgroup's element <c>k</c>.
    /// </summary>
    /// <param name="subgroup">A plane group that this one contains.</param>
    /// <exception cref="ArgumentException">The lattices differ, or a matrix is missing; the message names it.</exception>
    public int[] ElementsOf(PlaneGroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        if (!Lattice.Equals(subgroup.Lattice))
        {
            throw new ArgumentException(
                $"{subgroup} lives on the {subgroup.Lattice} and {this} on the {Lattice}; a subgroup shares the lattice.",
                nameof(subgroup));
        }

        return Array.ConvertAll(subgroup._matrices, m => Array.IndexOf(_matrices, m) is var h and >= 0
            ? h
            : throw new ArgumentException(
                $"{subgroup} is not a subgroup of {this}: the matrix {m} is in {subgroup} only.", nameof(subgroup)));
    }

    /// <summary>Whether both have equal lattices and equal matrices in the same order.</summary>
    /// <param name="other">The plane group to compare with.</param>
    public bool Equals(PlaneGroup? other) => ReferenceEquals(this, other)
        || (other is not null && Lattice.Equals(other.Lattice) && _matrices.AsSpan().SequenceEqual(other._matrices));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PlaneGroup);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Lattice, Order, _matrices[^1]);

    /// <summary>The group's name.</summary>
    public override string ToString() => Name;
}
