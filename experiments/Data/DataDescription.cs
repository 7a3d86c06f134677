using System.Text.Json.Nodes;
using GCnn.Data;
using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Data;

/// <summary>Says what a data set is, without reading all of it: format, number and shape of its images, labels, manifest.</summary>
internal static class DataDescription
{
    // Shapes are those of some images spread over the set.
    private const int Looked = 64;

    /// <summary>Describes a data set.</summary>
    /// <param name="source">The images with their labels.</param>
    /// <param name="json">File for the same as JSON, or null.</param>
    /// <param name="say">Told the lines.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="DataException">The data cannot be used; one sentence.</exception>
    public static void Write(LabelledSource source, string? json, Action<string> say, CancellationToken cancellation)
    {
        if (json is not null)
        {
            OutputPath.RequireFile("--json", json);
        }

        Manifest manifest = ManifestOf(source);
        JsonObject described = Describe(source, manifest, cancellation);
        foreach ((string name, JsonNode? value) in described.Where(pair => pair.Key != "manifest"))
        {
            say($"{name}: {(value is JsonArray list ? string.Join(", ", list) : value)}");
        }

        foreach (string line in manifest.ToString().Split('\n')[1..])
        {
            say(line);
        }

        if (json is not null)
        {
            JsonFile.Write(json, described);
        }
    }

    private static JsonObject Describe(LabelledSource source, Manifest manifest, CancellationToken cancellation)
    {
        (string[] shapes, int bad) = Shapes(source.Images, cancellation);
        return new JsonObject
        {
            ["path"] = source.Images.Location,
            ["format"] = source.Images.Format,
            ["images"] = source.Images.Count,
            ["shapes"] = new JsonArray([.. shapes.Select(shape => JsonValue.Create(shape))]),
            ["looked at"] = Math.Min(Looked, source.Images.Count),
            ["not readable of these"] = bad,
            ["labels"] = source.Labels switch
            {
                null => "none",
                ClassLabels classes => $"{classes.Names.Count} classes",
                NumberLabels numbers =>
                    $"{numbers.Columns.Count} numbers for each object ({string.Join(", ", numbers.Columns.Take(3))}, ...)",
                _ => "",
            },
            ["images without a label"] = source.ImagesWithoutLabel,
            ["manifest"] = manifest.ToJson(),
        };
    }

    private static (string[] Shapes, int Bad) Shapes(ImageSource images, CancellationToken cancellation)
    {
        long count = Math.Min(Looked, images.Count);
        var shapes = new SortedSet<string>(StringComparer.Ordinal);
        int bad = 0;
        for (long i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Planes planes = images.Read(i * images.Count / count);
                shapes.Add($"{planes.Channels} x {planes.Height} x {planes.Width}");
            }
            catch (SampleException)
            {
                bad++;
            }
        }

        return ([.. shapes], bad);
    }

    private static Manifest ManifestOf(LabelledSource source)
    {
        ImageSource images = source.Images;
        if (source.Labels is not ClassLabels classes)
        {
            IEnumerable<string> ids = source.Ids ?? Enumerable.Range(0, (int)images.Count).Select(i => images.IdOf(i));
            return Manifest.Of(images.Location, images.Format, [.. ids], null, []);
        }

        return Manifest.Of(images.Location, images.Format, source.Ids!, [.. source.Ids!.Select(classes.ClassOf)], classes.Names);
    }
}
