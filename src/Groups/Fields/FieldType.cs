namespace GCnn.Groups;

/// <summary>
/// The type of a tensor that flows between layers: a plane group and an ordered list of representations of its point group. A
/// field <c>f</c> of this type transforms as <c>(L_g f)(x) = ρ(g) f(g⁻¹ x)</c> with <c>ρ</c> their direct sum.
/// </summary>
/// <remarks>
/// <b>Shapes:</b> a tensor of this type is <c>N x Channels x rows x columns</c>; channel = <see cref="Offset"/> of the field + index in the
/// field's representation. Equal when groups and representations, in order, are equal. Layers treat a run of equal fields as one tensor
/// axis (<see cref="Blocks"/>): many fields of few kinds are fast when those of a kind stand next to each other.
/// Source: [WeilerCesa2019], section 2.2.
/// </remarks>
public sealed partial class FieldType : IEquatable<FieldType>
{
    private readonly Representation[] _fields;
    private readonly int[] _offsets;
    private readonly int[] _fieldOf;
    private readonly FieldBlock[] _blocks;

    private FieldType(PlaneGroup group, Representation[] fields)
    {
        Group = group;
        _fields = fields;
        _offsets = new int[fields.Length];
        for (int field = 1; field < fields.Length; field++)
        {
            _offsets[field] = _offsets[field - 1] + fields[field - 1].Dimension;
        }

        _fieldOf = [.. fields.SelectMany((representation, field) => Enumerable.Repeat(field, representation.Dimension))];
        _blocks = [.. Runs(fields, _offsets)];
        IsPermutation = Array.TrueForAll(_blocks, block => block.Representation is PermutationRepresentation);
    }

    /// <summary>The plane group.</summary>
    public PlaneGroup Group { get; }

    /// <summary>The representation of each field, in channel order.</summary>
    public IReadOnlyList<Representation> Fields => _fields;

    /// <summary>The number of channels, the sum of the fields' dimensions.</summary>
    public int Channels => _fieldOf.Length;

    /// <summary>The longest runs of neighbouring fields with equal representations, in channel order.</summary>
    public IReadOnlyList<FieldBlock> Blocks => _blocks;

    /// <summary>Whether every field's representation permutes its channels.</summary>
    public bool IsPermutation { get; }

    /// <summary>The first channel of a field.</summary>
    /// <param name="field">The number of a field.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such field.</exception>
    public int Offset(int field) => _offsets[RequireNumber(field, _fields.Length, nameof(field))];

    /// <summary>The field that a channel belongs to.</summary>
    /// <param name="channel">The number of a channel.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel.</exception>
    public int FieldOf(int channel) => _fieldOf[RequireNumber(channel, Channels, nameof(channel))];

    /// <summary>Whether both have equal groups and the same representations in the same order.</summary>
    /// <param name="other">The field type to compare with.</param>
    public bool Equals(FieldType? other) => ReferenceEquals(this, other)
        || (other is not null && Group.Equals(other.Group) && _blocks.AsSpan().SequenceEqual(other._blocks));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, _blocks.Length, _blocks[0]);

    /// <summary>The group and the blocks, such as <c>p4m: 3 trivial + 8 regular</c>.</summary>
    public override string ToString() =>
        $"{Group}: {string.Join(" + ", _blocks.Select(block => $"{block.Fields} {block.Representation}"))}";

    private static IEnumerable<FieldBlock> Runs(Representation[] fields, int[] offsets)
    {
        for (int first = 0; first < fields.Length;)
        {
            int count = fields.Skip(first).TakeWhile(fields[first].Equals).Count();
            yield return new FieldBlock(first, count, offsets[first], fields[first]);
            first += count;
        }
    }

    private int RequireNumber(int number, int count, string what) => (uint)number < (uint)count
        ? number
        : throw new ArgumentOutOfRangeException(what, $"{this}: there is no {what} {number}; it has {count}, numbered 0 to {count - 1}.");
}
