namespace GCnn.Groups;

/// <summary>
/// The automorphisms of a group, the isomorphisms <c>G → G</c>, as a group <c>Aut(G)</c> under composition. Equal when the groups <c>G</c>
/// are equal.
/// </summary>
/// <remarks>
/// Automorphisms are numbered in the lexicographic order of their images <c>f(0), f(1), …</c>, so 0 is the identity. Source: [Holt2005],
/// section 2.1.
/// </remarks>
public sealed class AutomorphismGroup : IEquatable<AutomorphismGroup>
{
    private readonly int[][] _images;
    private readonly Dictionary<int[], int> _numberOf;

    /// <summary>Finds the automorphisms of a small group.</summary>
    /// <param name="source">The group <c>G</c>.</param>
    /// <exception cref="ArgumentException">There are more than <see cref="FiniteGroup.MaximumOrder"/> automorphisms.</exception>
    public AutomorphismGroup(FiniteGroup source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
        _images = [.. IsomorphismSearch.All(source, source).Take(FiniteGroup.MaximumOrder + 1)];
        if (_images.Length > FiniteGroup.MaximumOrder)
        {
            throw new ArgumentException(
                $"{source} has more than {FiniteGroup.MaximumOrder} automorphisms, the largest order of a group whose multiplication " +
                "table is kept.",
                nameof(source));
        }

        Array.Sort(_images, (f, g) => f.AsSpan().SequenceCompareTo(g));
        _numberOf = SequenceComparer.Places(_images);
        Group = FiniteGroup.FromProduct(
            $"Aut({source})", _images.Length, (a, b) => _numberOf[PermutationClosure.Compose(_images[a], _images[b])]);
    }

    /// <summary>The group <c>G</c>.</summary>
    public FiniteGroup Source { get; }

    /// <summary>The group <c>Aut(G)</c>, where <c>a * b</c> applies <c>b</c> first.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The action of <c>Aut(G)</c> on the elements of <c>G</c>.</summary>
    public PermutationAction Action => field ??= PermutationAction.FromFunction(Group, Source.Order, (a, g) => _images[a][g]);

    /// <summary>
    /// The homomorphism <c>G → Aut(G)</c> to the inner automorphisms, which takes <c>g</c> to <c>x → g * x * g⁻¹</c>: its kernel is the
    /// centre.
    /// </summary>
    public Homomorphism Conjugation => field ??=
        Homomorphism.FromFunction(Source, Group, g => NumberOf(Homomorphism.Conjugation(Source, g)));

    /// <summary>The inner automorphisms, a normal subgroup of <c>Aut(G)</c>.</summary>
    public Subgroup Inner => Conjugation.Image;

    /// <summary>The automorphism of a given number.</summary>
    /// <param name="automorphism">An element of <see cref="Group"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no automorphism of that number.</exception>
    public Homomorphism this[int automorphism] => Homomorphism.FromImages(Source, Source, _images[Group.Require(automorphism)]);

    /// <summary>The number of an automorphism.</summary>
    /// <param name="automorphism">An isomorphism <c>G → G</c>.</param>
    /// <exception cref="ArgumentException">It is not an automorphism of <c>G</c>.</exception>
    public int NumberOf(Homomorphism automorphism)
    {
        ArgumentNullException.ThrowIfNull(automorphism);
        return automorphism.IsIsomorphism && automorphism.Source.Equals(Source) && automorphism.Target.Equals(Source)
            ? _numberOf[[.. automorphism.Images]]
            : throw new ArgumentException(
                $"{automorphism} is not an automorphism of {Source}, an isomorphism from {Source} to itself.", nameof(automorphism));
    }

    /// <summary>Whether both are the automorphisms of the same group.</summary>
    /// <param name="other">The automorphisms to compare with.</param>
    public bool Equals(AutomorphismGroup? other) => other is not null && Source.Equals(other.Source);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AutomorphismGroup);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(AutomorphismGroup), Source);

    /// <summary>The group's name, such as <c>Aut(D4)</c>.</summary>
    public override string ToString() => Group.Name;
}
