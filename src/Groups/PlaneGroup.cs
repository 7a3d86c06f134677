namespace GCnn.Groups;

/// <summary>
/// A lattice of sample points with a point group <c>H</c> that acts on the plane about one of them. Where <c>H</c> keeps the lattice, as in
/// the 13 groups of <see cref="All"/>, this is the symmorphic plane group <c>Z² ⋊ H</c>, and its action on sampled images is exact.
/// </summary>
/// <remarks>
/// <para>
/// The point group's elements are numbered as in CONVENTIONS.md: <c>r^k</c> for <c>k &lt; n</c>, then <c>r^k s</c>. Two plane groups are
/// equal when their lattices and their motions, in this order, are equal; pm and cm have equal point groups and differ.
/// Source: [ITA2016], chapter 2.2; [CohenWelling2016], sections 4.2 and 4.3 (p4, p4m).
/// </para>
/// <para>
/// <b>Beyond the lattice.</b> The group may also be <c>R² ⋊ H</c> with an <c>H</c> such as C8 that moves lattice points off the lattice, seen
/// through its samples. Then only the elements of <see cref="LatticeGroup"/> act on sampled images, exactly; the others do so
/// up to the error of sampling. SO(2) and O(2) are represented by a finite subgroup so fine that no kernel within their band limit
/// can tell the difference (<see cref="SO2"/>). Source: [WeilerCesa2019], section 2.
/// </para>
/// </remarks>
public sealed partial class PlaneGroup : IEquatable<PlaneGroup>
{
    private readonly RationalIsometry[] _motions;
    private readonly IntegerMatrix?[] _matrices;

    private PlaneGroup(string name, Lattice lattice, FiniteGroup pointGroup, RationalIsometry[] motions, int? maximumFrequency = null)
    {
        Name = name;
        Lattice = lattice;
        PointGroup = pointGroup;
        MaximumFrequency = maximumFrequency;
        _motions = motions;
        _matrices = Array.ConvertAll(motions, lattice.MatrixOf);
        IsExact = Array.TrueForAll(_matrices, matrix => matrix is not null);
        LatticeGroup = IsExact && maximumFrequency is null ? this : Subgroup(KeepingTheLattice());
    }

    /// <summary>The short international name, such as <c>p4m</c>, or that of the point group. It takes no part in equality.</summary>
    public string Name { get; }

    /// <summary>The lattice, which carries the metric.</summary>
    public Lattice Lattice { get; }

    /// <summary>The point group <c>H</c> as an abstract group, <c>C_n</c> or <c>D_n</c>.</summary>
    public FiniteGroup PointGroup { get; }

    /// <summary>The order of the point group, <c>|H|</c>.</summary>
    public int Order => PointGroup.Order;

    /// <summary>Whether every element keeps the lattice, so that this is a plane group in the crystallographer's sense.</summary>
    public bool IsExact { get; }

    /// <summary>The group of those elements that keep the lattice; this group itself where all do.</summary>
    public PlaneGroup LatticeGroup { get; }

    /// <summary>For SO(2) and O(2) the highest frequency of a field; null for groups that are what they are.</summary>
    public int? MaximumFrequency { get; }

    /// <summary>The identity, <c>x → x</c>.</summary>
    public PlaneGroupElement Identity => Element(LatticePoint.Origin, 0);

    /// <summary>The rotation or reflection of the plane that a point element is.</summary>
    /// <param name="h">An element of the point group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point group has no such element.</exception>
    public RationalIsometry Motion(int h) => _motions[PointGroup.Require(h)];

    /// <summary>Whether a point element takes lattice points to lattice points.</summary>
    /// <param name="h">An element of the point group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point group has no such element.</exception>
    public bool KeepsLattice(int h) => _matrices[PointGroup.Require(h)] is not null;

    /// <summary>The matrix of a point element that keeps the lattice: <c>Matrix(g * h) = Matrix(g) Matrix(h)</c>.</summary>
    /// <param name="h">An element of the point group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point group has no such element.</exception>
    /// <exception cref="InvalidOperationException">The element does not keep the lattice.</exception>
    public IntegerMatrix Matrix(int h) => _matrices[PointGroup.Require(h)]
        ?? throw new InvalidOperationException(
            $"Element {h} of {this}, a {Motion(h)}, moves points off the {Lattice}, so it has no integer matrix. " +
            $"Those of LatticeGroup, {LatticeGroup}, have.");

    /// <summary>The determinant of a point element: 1 for rotations, −1 for reflections.</summary>
    /// <param name="h">An element of the point group.</param>
    public int Determinant(int h) => Motion(h).Reflects ? -1 : 1;

    /// <summary>Whether a point element keeps orientation, <c>det = 1</c>; the identity does.</summary>
    /// <param name="h">An element of the point group.</param>
    public bool IsRotation(int h) => !Motion(h).Reflects;

    /// <summary>
    /// Whether a point element takes rows to columns, <c>M = [[0, ±1], [±1, 0]]</c> on the square lattice, so that an image's height
    /// becomes its width.
    /// </summary>
    /// <param name="h">An element of the point group.</param>
    /// <exception cref="InvalidOperationException">On the square lattice: the element does not keep the lattice.</exception>
    public bool SwapsAxes(int h) => Lattice is SquareLattice && Matrix(h) is { A: 0, D: 0 };

    /// <summary>The element <c>x → M x + t</c>.</summary>
    /// <param name="translation">The translation <c>t</c>, applied last.</param>
    /// <param name="pointElement">The element of the point group whose matrix is <c>M</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point group has no such element.</exception>
    public PlaneGroupElement Element(LatticePoint translation, int pointElement) =>
        new(this, translation, PointGroup.Require(pointElement));

    /// <summary>Whether both have equal lattices, equal motions in the same order and the same band limit.</summary>
    /// <param name="other">The plane group to compare with.</param>
    public bool Equals(PlaneGroup? other) => ReferenceEquals(this, other)
        || (other is not null && Lattice.Equals(other.Lattice) && MaximumFrequency == other.MaximumFrequency
            && _motions.AsSpan().SequenceEqual(other._motions));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PlaneGroup);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Lattice, Order, _motions[^1], MaximumFrequency);

    /// <summary>The group's name.</summary>
    public override string ToString() => Name;
}
