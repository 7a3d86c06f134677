namespace GCnn.Groups;

/// <summary>
/// A homomorphism <c>f : G → H</c> of finite groups, <c>f(g * h) = f(g) * f(h)</c>, as the list of its images. Equal when groups and images
/// are equal.
/// </summary>
/// <remarks>Source: [Holt2005], section 2.1.</remarks>
public sealed partial class Homomorphism : IEquatable<Homomorphism>
{
    private readonly int[] _images;

    /// <summary>The one constructor; the factories have checked the images.</summary>
    private Homomorphism(FiniteGroup source, FiniteGroup target, int[] images)
    {
        Source = source;
        Target = target;
        _images = images;
    }

    /// <summary>The group <c>G</c> that is mapped.</summary>
    public FiniteGroup Source { get; }

    /// <summary>The group <c>H</c> that holds the images.</summary>
    public FiniteGroup Target { get; }

    /// <summary>The images <c>f(0), f(1), …</c> of all elements of <c>G</c>.</summary>
    public IReadOnlyList<int> Images => _images;

    /// <summary>The kernel <c>{ g : f(g) = e }</c>, a normal subgroup of <c>G</c>.</summary>
    public Subgroup Kernel => field ??= Source.SubgroupOf(g => _images[g] == 0);

    /// <summary>The image <c>f(G)</c>, a subgroup of <c>H</c>.</summary>
    public Subgroup Image => field ??= new Subgroup(Target, new ElementSet(Target.Order, _images));

    /// <summary>Whether different elements have different images.</summary>
    public bool IsInjective => Kernel.Order == 1;

    /// <summary>Whether every element of <c>H</c> is an image.</summary>
    public bool IsSurjective => Image.Index == 1;

    /// <summary>Whether it is injective and surjective, and so has an inverse.</summary>
    public bool IsIsomorphism => IsInjective && IsSurjective;

    /// <summary>The inverse of an isomorphism.</summary>
    /// <exception cref="InvalidOperationException">The homomorphism is not an isomorphism.</exception>
    public Homomorphism Inverse => IsIsomorphism
        ? new Homomorphism(Target, Source, [.. Enumerable.Range(0, Source.Order).OrderBy(g => _images[g])])
        : throw new InvalidOperationException(
            $"{this} has no inverse: its kernel has {Kernel.Order} elements and its image {Image.Order} of {Target.Order}; an " +
            $"isomorphism has 1 and {Target.Order}.");

    /// <summary>The image <c>f(g)</c> of an element.</summary>
    /// <param name="g">An element of <c>G</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><c>G</c> has no element of that index.</exception>
    public int this[int g] => _images[Source.Require(g)];

    /// <summary>The image <c>f(K)</c> of a subgroup of <c>G</c>.</summary>
    /// <param name="subgroup">The subgroup <c>K</c>.</param>
    /// <exception cref="ArgumentException">It is not a subgroup of <c>G</c>.</exception>
    public Subgroup ImageOf(Subgroup subgroup)
    {
        Source.RequireSubgroup(subgroup);
        return new Subgroup(Target, new ElementSet(Target.Order, subgroup.Members.Select(k => _images[k])));
    }

    /// <summary>The preimage <c>{ g : f(g) ∈ L }</c> of a subgroup of <c>H</c>; it holds the kernel.</summary>
    /// <param name="subgroup">The subgroup <c>L</c>.</param>
    /// <exception cref="ArgumentException">It is not a subgroup of <c>H</c>.</exception>
    public Subgroup PreimageOf(Subgroup subgroup)
    {
        Target.RequireSubgroup(subgroup);
        return Source.SubgroupOf(g => subgroup.Elements.Contains(_images[g]));
    }

    /// <summary>The composition <c>f ∘ d</c>, which applies <c>d</c> first: <c>g</c> goes to <c>f(d(g))</c>.</summary>
    /// <param name="first">The homomorphism <c>d</c>, whose target is the source of this one.</param>
    /// <exception cref="ArgumentException">The groups do not fit.</exception>
    public Homomorphism Compose(Homomorphism first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return first.Target.Equals(Source)
            ? new Homomorphism(first.Source, Target, Array.ConvertAll(first._images, g => _images[g]))
            : throw new ArgumentException(
                $"{this} after {first}: the first ends in {first.Target} of order {first.Target.Order}, but the second starts from " +
                $"{Source} of order {Source.Order}. Were they exchanged?",
                nameof(first));
    }

    /// <summary>Whether groups and images are equal.</summary>
    /// <param name="other">The homomorphism to compare with.</param>
    public bool Equals(Homomorphism? other) => other is not null
        && Source.Equals(other.Source) && Target.Equals(other.Target) && _images.AsSpan().SequenceEqual(other._images);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Homomorphism);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, Target, GroupTable.Hash(_images));

    /// <summary>The groups and the images of the generators, such as <c>D4 -> C2: 1 to 0, 4 to 1</c>.</summary>
    public override string ToString() =>
        $"{Source} -> {Target}: {string.Join(", ", Source.Generators.Select(s => $"{s} to {_images[s]}"))}";
}
