using GCnn.Experiments.Data.Sky;
using GCnn.Images;

namespace GCnn.Experiments.Kills;

/// <summary>A small synthetic sky as a folder of pictures, so that every process begins with what the others saw.</summary>
internal static class KillSky
{
    private const int Objects = 80;
    private const int Side = 32;

    /// <summary>Writes the pictures and their table.</summary>
    public static void Write(string folder, int seed)
    {
        Directory.CreateDirectory(folder);
        var sky = new SyntheticSky((ulong)seed, Side);
        SkyObject[] objects = [.. Enumerable.Range(0, Objects).Select(sky.Draw)];
        for (int i = 0; i < objects.Length; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{i}.png"), ImageCodec.EncodePng(sky.Picture(objects[i])));
        }

        File.WriteAllLines(
            Path.Combine(folder, "labels.csv"),
            objects.Select((one, i) => $"{one.Id},{one.Label},{i}.png").Prepend("object_id,morphology,file"));
    }
}
