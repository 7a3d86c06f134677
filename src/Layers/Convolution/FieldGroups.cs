using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>The fields of a type in equal groups, as <c>conv2d</c> with <c>groups</c> takes them apart.</summary>
internal static class FieldGroups
{
    /// <summary>The type of each of the groups, which must all have the same fields in the same order.</summary>
    /// <exception cref="ArgumentException">The fields cannot be dealt out evenly, or the groups differ.</exception>
    internal static FieldType PatternOf(string layer, FieldType type, int groups, string parameter)
    {
        EquivariantModule.RequireAtLeast(1, groups, layer, nameof(groups));
        (int size, int rest) = Math.DivRem(type.Fields.Count, groups);
        if (rest != 0)
        {
            throw new ArgumentException(
                $"{layer}: {groups} groups cannot share the {type.Fields.Count} fields of '{type}' evenly. Use a number of groups " +
                "that divides the numbers of input and of output fields.",
                parameter);
        }

        for (int field = size; field < type.Fields.Count; field++)
        {
            if (!type.Fields[field].Equals(type.Fields[field - size]))
            {
                throw new ArgumentException(
                    $"{layer}: {groups} groups of '{type}' need the same fields in each group; field {field - size} is " +
                    $"'{type.Fields[field - size]}' and field {field}, in the same place of the next group, is '{type.Fields[field]}'. " +
                    "Order the fields so that their pattern repeats, or use fewer groups.",
                    parameter);
            }
        }

        return groups == 1 ? type : FieldType.Of(type.Group, [.. type.Fields.Take(size)]);
    }
}
