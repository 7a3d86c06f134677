using System.IO.Compression;
using GCnn.Experiments.Data.Sky;
using GCnn.Images;

namespace GCnn.Experiments.Tests.Support;

/// <summary>Two small sets of synthetic galaxies as PNG files, for the command: a zip of 80 to learn from, a folder of 20 for the end.</summary>
public sealed class SkyFolder : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-command-");

    public SkyFolder()
    {
        Expose(seed: 3, count: 80, Folder);
        Expose(seed: 4, count: 20, Second);
        ZipFile.CreateFromDirectory(Folder, Zip, CompressionLevel.Fastest, includeBaseDirectory: false);
    }

    public string Zip => Path.Combine(_place.FullName, "sky.zip");

    public string Folder => Path.Combine(_place.FullName, "sky");

    public string Second => Path.Combine(_place.FullName, "second");

    /// <summary>A place where there is nothing yet.</summary>
    public string New(string suffix = "") => Path.Combine(_place.FullName, Guid.NewGuid().ToString("N") + suffix);

    /// <summary>A copy of the folder, to be spoilt.</summary>
    public string Copy(int images = 80)
    {
        string copy = New();
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.GetFiles(Folder))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        string table = Path.Combine(copy, "labels.csv");
        File.WriteAllLines(table, File.ReadAllLines(table)[..(images + 1)]);
        return copy;
    }

    public void Dispose() => _place.Delete(recursive: true);

    private static void Expose(ulong seed, int count, string folder)
    {
        var sky = new SyntheticSky(seed, side: 32);
        SkyObject[] objects = [.. Enumerable.Range(0, count).Select(sky.Draw)];
        Directory.CreateDirectory(folder);
        File.WriteAllLines(
            Path.Combine(folder, "labels.csv"),
            objects.Select((o, i) => $"{o.Id},{o.Label},{i}.png").Prepend("object_id,morphology,file"));
        for (int i = 0; i < count; i++)
            File.WriteAllBytes(Path.Combine(folder, $"{i}.png"), ImageCodec.EncodePng(sky.Picture(objects[i])));
    }
}
