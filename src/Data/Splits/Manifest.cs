using System.Text.Json.Nodes;

namespace GCnn.Data;

/// <summary>What a set was made of, to be kept beside a result: how many objects of which class, in which part, and checksums of their ids
/// that tell whether two results are of the same objects.</summary>
/// <param name="Location">Where the objects are from.</param>
/// <param name="Format">In which form they are there.</param>
/// <param name="Skipped">Objects that could not be read and are not counted.</param>
/// <param name="Parts">The parts, in the order train, validation, test; or one of all objects.</param>
public sealed record Manifest(string Location, string Format, long Skipped, IReadOnlyList<ManifestPart> Parts)
{
    /// <summary>Objects of all parts.</summary>
    public int Objects => Parts.Sum(part => part.Objects);

    /// <summary>The manifest of a set that is not split.</summary>
    /// <param name="location">Where the objects are from.</param>
    /// <param name="format">In which form they are there.</param>
    /// <param name="objectIds">The objects' ids.</param>
    /// <param name="classes">The objects' classes, or null where they have none.</param>
    /// <param name="names">The classes' names.</param>
    public static Manifest Of(
        string location, string format, IReadOnlyList<string> objectIds, IReadOnlyList<int>? classes, IReadOnlyList<string> names) =>
        new(location, format, 0, [ManifestPart.Of("all", objectIds, classes ?? [.. objectIds.Select(_ => -1)], names)]);

    /// <summary>As JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["location"] = Location,
        ["format"] = Format,
        ["objects"] = Objects,
        ["skipped"] = Skipped,
        ["parts"] = new JsonObject(Parts.Select(part => KeyValuePair.Create<string, JsonNode?>(part.Name, part.ToJson()))),
    };

    /// <summary>Whether both tell of the same parts of the same source.</summary>
    /// <param name="other">The manifest to compare with.</param>
    public bool Equals(Manifest? other) => other is not null && (Location, Format, Skipped) == (other.Location, other.Format, other.Skipped)
        && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Location, Format, Skipped, Parts.Count);

    /// <summary>One line for each part, below one for the whole.</summary>
    public override string ToString() =>
        string.Join('\n', Parts.Select(part => part.ToString()).Prepend($"{Location}: {Format}, {Objects} objects, {Skipped} skipped"));
}
