using System.Text.Json;

namespace GCnn.Data.Tests;

/// <summary>The files that the formats' own libraries wrote (make_samples.py), and what must be read from them.</summary>
internal static class Samples
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNameCaseInsensitive = true };

    public static IReadOnlyList<SampleCase> Cases { get; } =
        JsonSerializer.Deserialize<SampleCase[]>(File.ReadAllBytes(PathOf("expected.json")), Names)!;

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Samples", file);

    public static byte[] Bytes(string file) => File.ReadAllBytes(PathOf(file));
}

/// <summary>One file, read in one way.</summary>
internal sealed record SampleCase(string File, Dictionary<string, JsonElement> Options, string[] Ids, SampleImage[] Images, double[][]? Labels)
{
    public SourceOptions SourceOptions
    {
        get
        {
            string Text(string name, string otherwise) => Options.TryGetValue(name, out var value) ? value.GetString()! : otherwise;
            return new()
            {
                ImagesName = Text("ImagesName", "images"),
                LabelsName = Text("LabelsName", "ans"),
                Channels = Enum.Parse<ChannelPlace>(Text("Channels", "Auto")),
                Fits = Enum.Parse<FitsLayout>(Text("Fits", "Images")),
                NotFinite = Enum.Parse<NotFiniteRule>(Text("NotFinite", "Refuse")),
                Replacement = Options.TryGetValue("Replacement", out var number) ? number.GetSingle() : 0,
            };
        }
    }
}

/// <summary>An image as it must be read.</summary>
internal sealed record SampleImage(int[] Size, float[] Values)
{
    public Planes Planes => new(Size[0], Size[1], Size[2], Values);
}
