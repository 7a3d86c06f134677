namespace GCnn.Groups;

public sealed partial class FieldType
{
    /// <summary>Scalar fields, such as the input image (one field per colour). <c>count</c> channels.</summary>
    /// <param name="g">The plane group.</param>
    /// <param name="count">The number of fields, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static FieldType Trivial(PlaneGroup g, int count)
    {
        ArgumentNullException.ThrowIfNull(g);
        return Copies(g, new TrivialRepresentation(g.PointGroup), count);
    }

    /// <summary>Regular fields, one channel per element of the point group. <c>count |H|</c> channels.</summary>
    /// <param name="g">The plane group.</param>
    /// <param name="count">The number of fields, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static FieldType Regular(PlaneGroup g, int count)
    {
        ArgumentNullException.ThrowIfNull(g);
        return Copies(g, new RegularRepresentation(g.PointGroup), count);
    }

    /// <summary>Quotient fields, one channel per left coset of a subgroup. <c>count |H| / |K|</c> channels.</summary>
    /// <param name="g">The plane group.</param>
    /// <param name="k">A subgroup of its point group.</param>
    /// <param name="count">The number of fields, at least 1.</param>
    /// <exception cref="ArgumentException">The subgroup's parent is not the point group.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static FieldType Quotient(PlaneGroup g, Subgroup k, int count)
    {
        ArgumentNullException.ThrowIfNull(g);
        return Copies(g, new QuotientRepresentation(k), count);
    }

    /// <summary>Fields of one representation, such as an irrep. <c>count Dimension</c> channels.</summary>
    /// <param name="g">The plane group.</param>
    /// <param name="representation">A representation of its point group.</param>
    /// <param name="count">The number of fields, at least 1.</param>
    /// <exception cref="ArgumentException">The representation is of another group.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static FieldType Copies(PlaneGroup g, Representation representation, int count)
    {
        ArgumentNullException.ThrowIfNull(g);
        ArgumentNullException.ThrowIfNull(representation);
        return count >= 1
            ? Of(g, [.. Enumerable.Repeat(representation, count)])
            : throw new ArgumentOutOfRangeException(
                nameof(count), $"A field type of {g} needs at least 1 field; it was asked for {count} of kind '{representation}'.");
    }

    /// <summary>Fields of a representation of SO(2) or O(2), by its restriction to the finite group that stands for it.</summary>
    /// <param name="g">The plane group, <see cref="PlaneGroup.SO2"/> or <see cref="PlaneGroup.O2"/>.</param>
    /// <param name="representation">A representation of that continuous group, of frequencies up to the plane group's maximum.</param>
    /// <param name="count">The number of fields, at least 1.</param>
    /// <exception cref="ArgumentException">The plane group stands for another group, or a frequency is above its maximum.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static FieldType Copies(PlaneGroup g, ContinuousRepresentation representation, int count)
    {
        ArgumentNullException.ThrowIfNull(g);
        ArgumentNullException.ThrowIfNull(representation);
        bool reflects = g.Motion(g.Order - 1).Reflects;
        if (g.MaximumFrequency is null || reflects != representation.Group.HasReflections)
        {
            throw new ArgumentException(
                $"'{representation.Name}' represents {representation.Group.Name}; a field of {g} needs a representation of {g}. Build the plane " +
                $"group as PlaneGroup.{(representation.Group.HasReflections ? "O2" : "SO2")}.",
                nameof(representation));
        }

        return Copies(g, representation.Restrict(reflects ? g.Order / 2 : g.Order), count);
    }

    /// <summary>One field per representation, in the given order.</summary>
    /// <param name="g">The plane group.</param>
    /// <param name="fields">At least one representation of the plane group's point group.</param>
    /// <exception cref="ArgumentException">
    /// There are none, one represents another group or is not by orthogonal matrices, or one has frequencies above the maximum of SO(2) or
    /// O(2); the message names it.
    /// </exception>
    public static FieldType Of(PlaneGroup g, params Representation[] fields)
    {
        ArgumentNullException.ThrowIfNull(g);
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Length == 0)
        {
            throw new ArgumentException($"A field type of {g} needs at least one field; none were given.", nameof(fields));
        }

        Array.ForEach(fields, field => ArgumentNullException.ThrowIfNull(field, nameof(fields)));
        if (Array.Find(fields, field => !field.Group.Equals(g.PointGroup)) is Representation foreign)
        {
            throw new ArgumentException(
                $"A field of {g} needs a representation of its point group {g.PointGroup}; '{foreign}' represents {foreign.Group}. " +
                $"Build it from PlaneGroup.PointGroup.",
                nameof(fields));
        }

        RequireOrthogonal(g, fields);
        RequireBandLimit(g, fields);
        return new FieldType(g, [.. fields]);
    }

    /// <summary>The direct sum: the fields of <c>a</c>, then those of <c>b</c>.</summary>
    /// <param name="a">The first fields.</param>
    /// <param name="b">The fields that follow.</param>
    /// <exception cref="ArgumentException">The plane groups differ.</exception>
    public static FieldType operator +(FieldType a, FieldType b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a.Group.Equals(b.Group)
            ? new FieldType(a.Group, [.. a._fields, .. b._fields])
            : throw new ArgumentException(
                $"Field types add up over one plane group; these are '{a}' and '{b}'. Was one built for another group?", nameof(b));
    }

    /// <summary>The same fields under fewer symmetries: each representation restricted to a plane group that this one contains.</summary>
    /// <remarks>
    /// The channels are the same, so a tensor of this type is one of the restricted type. Restricted to its own group it is this type.
    /// </remarks>
    /// <param name="subgroup">A plane group whose elements are all elements of this type's.</param>
    /// <exception cref="ArgumentException">
    /// It is no subgroup (the message names an element that is missing), or it is SO(2) or O(2) with a maximum frequency too low.
    /// </exception>
    public FieldType Restrict(PlaneGroup subgroup)
    {
        int[] embedding = Group.ElementsOf(subgroup);
        if (Group.Equals(subgroup))
        {
            return this;
        }

        Dictionary<Representation, Representation> restricted = [];
        foreach (FieldBlock block in _blocks)
        {
            restricted.TryAdd(block.Representation, block.Representation.Restrict(subgroup.PointGroup, embedding));
        }

        return Of(subgroup, [.. _fields.Select(field => restricted[field])]);
    }

    /// <summary>Refuses fields of frequencies that the finite group which stands for SO(2) or O(2) cannot tell from others.</summary>
    private static void RequireBandLimit(PlaneGroup g, Representation[] fields)
    {
        if (g.MaximumFrequency is not int highest)
        {
            return;
        }

        foreach (Representation field in fields.Distinct())
        {
            if (IrrepsOf(field).FirstOrDefault(irrep => irrep.Frequency > highest) is Irrep excess)
            {
                throw new ArgumentException(
                    $"A field of {g} here has frequencies up to {highest}; '{field}' holds '{excess}'. Build the group with a higher maximum " +
                    "frequency, or use irreps and their sums within it (SO(2) and O(2) have no finite regular fields).",
                    nameof(fields));
            }
        }
    }

    /// <summary>The irreps that a representation holds: of a sum of irreps its summands, else by characters.</summary>
    private static IEnumerable<Irrep> IrrepsOf(Representation field)
    {
        switch (field)
        {
            case Irrep { Frequency: not null } irrep:
                return [irrep];
            case DirectSumRepresentation sum:
                return sum.Summands.SelectMany(IrrepsOf);
            default:
                Character character = Character.Of(field);
                return Irreps.Of(field.Group).Where(irrep => character.Multiplicity(irrep) > 0);
        }
    }
}
