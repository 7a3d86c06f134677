namespace GCnn.Groups;

/// <summary>The permutation representation of any action of a group on <c>0 … n − 1</c>, given by a table of images.</summary>
/// <remarks>
/// Sums, tensor products, restrictions and inductions of permutation representations are of this kind. Equal when groups and images are
/// equal, whatever the names. Source: [Serre1977], section 1.2 (c).
/// </remarks>
public sealed record PermutationActionRepresentation : PermutationRepresentation
{
    private readonly int[] _images;

    /// <summary>Tabulates and checks an action.</summary>
    /// <param name="name">The name in print.</param>
    /// <param name="group">The group that acts.</param>
    /// <param name="points">The number of points, at least 1; each becomes a basis vector.</param>
    /// <param name="act">The image <c>g·i</c> of point <c>i</c>.</param>
    /// <exception cref="ArgumentException">
    /// The images are no points, or the law <c>g·(h·i) = (g * h)·i</c> fails; the message says where.
    /// </exception>
    public PermutationActionRepresentation(string name, FiniteGroup group, int points, Func<int, int, int> act)
        : base(group)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        ArgumentNullException.ThrowIfNull(act);
        Name = name;
        Dimension = points;
        _images = new int[group.Order * points];
        for (int at = 0; at < _images.Length; at++)
        {
            _images[at] = RequirePoint(at / points, at % points, act(at / points, at % points));
        }

        RequireAction();
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int Dimension { get; }

    /// <inheritdoc/>
    public override int Act(int g, int i) => _images[(Group.Require(g) * Dimension) + RequireBasisVector(i)];

    /// <summary>Whether groups and images are equal.</summary>
    /// <param name="other">The representation to compare with.</param>
    public bool Equals(PermutationActionRepresentation? other) => ReferenceEquals(this, other)
        || (base.Equals(other) && _images.AsSpan().SequenceEqual(other._images));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, GroupTable.Hash(_images));

    private int RequirePoint(int g, int i, int image) => (uint)image < (uint)Dimension
        ? image
        : throw new ArgumentException(
            $"{Name} of {Group}: element {g} takes point {i} to {image}; the {Dimension} points are numbered 0 to {Dimension - 1}.",
            nameof(i));

    /// <summary>With the identity at rest, the law for generators <c>h</c> gives it for all, and every image is a permutation.</summary>
    private void RequireAction()
    {
        for (int i = 0; i < Dimension; i++)
        {
            if (Act(0, i) != i)
            {
                throw new ArgumentException($"{Name} of {Group}: this is no action: the identity takes point {i} to {Act(0, i)}.");
            }
        }

        foreach (int h in Group.Generators)
        {
            for (int at = 0; at < _images.Length; at++)
            {
                (int g, int i) = Math.DivRem(at, Dimension);
                int product = Group.Multiply(g, h);
                if (Act(g, Act(h, i)) != Act(product, i))
                {
                    throw new ArgumentException(
                        $"{Name} of {Group}: this is no action: {g} after {h} takes point {i} to {Act(g, Act(h, i))}, but {g} * {h} = " +
                        $"{product} takes it to {Act(product, i)}. An action from the left is needed; was the inverse meant?");
                }
            }
        }
    }
}
