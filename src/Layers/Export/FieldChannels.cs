using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Which channels belong to which field.</summary>
internal static class FieldChannels
{
    /// <summary>The channels of each field.</summary>
    internal static IEnumerable<int[]> Of(FieldType type) =>
        type.Fields.Select((field, i) => Enumerable.Range(type.Offset(i), field.Dimension).ToArray());

    /// <summary>The field of each channel.</summary>
    internal static int[] Owners(FieldType type) => [.. Enumerable.Range(0, type.Channels).Select(type.FieldOf)];
}
