using System.Text.Json.Nodes;

namespace GCnn.Data;

/// <summary>One part of a set: how many objects, of which classes, and a checksum of their ids.</summary>
/// <param name="Name">The part's name: <c>train</c>, <c>validation</c>, <c>test</c>, or <c>all</c>.</param>
/// <param name="Objects">How many objects it has.</param>
/// <param name="Classes">How many of them are of each class, in the order of the classes.</param>
/// <param name="Checksum">SHA-256 of the ids, whatever their order (<see cref="SplitRule.Checksum"/>).</param>
public sealed record ManifestPart(string Name, int Objects, IReadOnlyList<(string Class, int Objects)> Classes, string Checksum)
{
    /// <summary>Counts.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="objectIds">The objects' ids.</param>
    /// <param name="classes">The objects' classes; a class without a name is not counted.</param>
    /// <param name="names">The classes' names.</param>
    /// <exception cref="ArgumentException">There is not one class for each id.</exception>
    public static ManifestPart Of(string name, IReadOnlyList<string> objectIds, IReadOnlyList<int> classes, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(objectIds);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(names);
        if (classes.Count != objectIds.Count)
        {
            throw new ArgumentException(
                $"ManifestPart: {objectIds.Count} ids and {classes.Count} classes were given; each object needs one of each.",
                nameof(classes));
        }

        var counts = new int[names.Count];
        foreach (int c in classes.Where(c => c >= 0 && c < counts.Length))
        {
            counts[c]++;
        }

        return new ManifestPart(name, objectIds.Count, [.. names.Zip(counts)], SplitRule.Checksum(objectIds));
    }

    /// <summary>As JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["objects"] = Objects,
        ["classes"] = new JsonObject(Classes.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Class, c.Objects))),
        ["ids"] = Checksum,
    };

    /// <summary>Whether both tell of the same objects.</summary>
    /// <param name="other">The part to compare with.</param>
    public bool Equals(ManifestPart? other) => other is not null
        && (Name, Objects, Checksum) == (other.Name, other.Objects, other.Checksum) && Classes.SequenceEqual(other.Classes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Objects, Checksum);

    /// <summary>One line.</summary>
    public override string ToString()
    {
        string classes = Classes.Count == 0 ? "" : $" ({string.Join(", ", Classes.Select(c => $"{c.Class} {c.Objects}"))})";
        return $"{Name}: {Objects} objects{classes}, ids {Checksum[..16]}";
    }
}
