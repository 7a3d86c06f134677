namespace GCnn.Data;

/// <summary>Which images have which labels: objects that have both, in the order of the images.</summary>
/// <param name="Images">The images' numbers in their source.</param>
/// <param name="Ids">The objects' ids.</param>
/// <param name="ImagesWithoutLabel">Images that were passed over because there is no label for them.</param>
/// <param name="LabelsWithoutImage">Labels that were passed over because there is no image for them.</param>
public sealed record LabelMatch(IReadOnlyList<long> Images, IReadOnlyList<string> Ids, long ImagesWithoutLabel, int LabelsWithoutImage)
{
    /// <summary>Brings images and labels together by id. Images without a label are passed over and counted; labels without an image
    /// are refused unless it is said that they may be, since a set that lacks images is usually not whole.</summary>
    /// <param name="location">Where the images are from, for messages.</param>
    /// <param name="imageIds">The objects that the images are of, in the images' order; null for an image that is of none.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="labelsMayLackImages">Whether to pass over labels without an image.</param>
    /// <exception cref="DataException">Two images have one id, no image has a label, or labels lack images.</exception>
    public static LabelMatch Of(string location, IEnumerable<string?> imageIds, Labels labels, bool labelsMayLackImages = false)
    {
        ArgumentNullException.ThrowIfNull(imageIds);
        ArgumentNullException.ThrowIfNull(labels);
        var images = new List<long>();
        var ids = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        (long count, string? first) = (0, null);
        foreach (string? id in imageIds)
        {
            first ??= id;
            if (id is not null && !seen.Add(id))
            {
                throw new DataException($"'{location}' has two images of the object '{id}'; each object has one.");
            }

            if (id is not null && labels.Contains(id))
            {
                images.Add(count);
                ids.Add(id);
            }

            count++;
        }

        RequireSome(location, ids.Count, first, labels);
        int lacking = labels.Count - ids.Count;
        return lacking == 0 || labelsMayLackImages
            ? new LabelMatch(images, ids, count - ids.Count, lacking)
            : throw new DataException(
                $"{lacking} of {labels.Count} labels have no image in '{location}', the first that of " +
                $"'{labels.Ids.First(id => !seen.Contains(id))}'.");
    }

    /// <summary>Whether both match the same images.</summary>
    /// <param name="other">The match to compare with.</param>
    public bool Equals(LabelMatch? other) => other is not null && Images.SequenceEqual(other.Images) && Ids.SequenceEqual(other.Ids)
        && (ImagesWithoutLabel, LabelsWithoutImage) == (other.ImagesWithoutLabel, other.LabelsWithoutImage);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Images.Count, ImagesWithoutLabel, LabelsWithoutImage);

    private static void RequireSome(string location, int matched, string? first, Labels labels)
    {
        if (matched == 0)
        {
            string image = first is null ? "its images are of no object" : $"its first image is of '{first}'";
            string label = labels.Count == 0 ? "there are no labels" : $"the first label is that of '{labels.Ids[0]}'";
            throw new DataException($"No image of '{location}' has a label: {image}, {label}.");
        }
    }
}
