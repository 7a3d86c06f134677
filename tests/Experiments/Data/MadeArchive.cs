using System.IO.Compression;
using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Images;
using GCnn.Images.Tests;

namespace GCnn.Experiments.Tests.Data;

/// <summary>A folder of small labelled images made for one test, and removed after it.</summary>
internal sealed class MadeArchive : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-data-");

    /// <summary>Makes images of 11x9 pixels, every third of them JPEG, with the labels in turn.</summary>
    public MadeArchive(int count)
    {
        var labels = GalaxyLabel.All;
        var lines = Enumerable.Range(0, count).Select(i => $"{Id(i)},{labels[i % labels.Count]},{File(i)}");
        Put(ImageArchive.LabelsName, string.Join('\n', lines.Prepend("object_id,morphology,file")));
        for (var i = 0; i < count; i++)
        {
            var image = TestImages.Random(11, 9, seed: i);
            Put(File(i), i % 3 == 0 ? ImageCodec.EncodeJpeg(image) : ImageCodec.EncodePng(image));
        }
    }

    /// <summary>An archive with a given table and no image.</summary>
    public MadeArchive(string table) => Put(ImageArchive.LabelsName, table);

    public string Folder => Path.Combine(_place.FullName, "data");

    public static string Id(int index) => $"object-{index:D3}";

    public static string File(int index) => $"images/{Id(index)}.jpg";

    public void Put(string name, string text) => Put(name, System.Text.Encoding.UTF8.GetBytes(text));

    public void Put(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
    }

    /// <summary>The folder's content as a zip, at its top or in one folder.</summary>
    public string Zip(bool inOneFolder)
    {
        var path = Path.Combine(_place.FullName, inOneFolder ? "nested.zip" : "flat.zip");
        ZipFile.CreateFromDirectory(Folder, path, CompressionLevel.Fastest, inOneFolder);
        return path;
    }

    public GalaxySet Load(GalaxyTask task, int threads = 2, IProgress<LoadProgress>? progress = null) => Load(Folder, task, threads, progress);

    public static GalaxySet Load(string path, GalaxyTask task, int threads = 2, IProgress<LoadProgress>? progress = null)
    {
        using var archive = ImageArchive.Open(path);
        return GalaxyLoader.Load(archive, LabelTable.Read(archive, new()), task, new(6, 0.8), threads, progress);
    }

    /// <summary>The sentence with which a task's loading is refused.</summary>
    public string Refusal(GalaxyTask task)
    {
        var refusal = Assert.Throws<DataException>(() => Load(task));
        return refusal.Message;
    }

    public void Dispose() => _place.Delete(recursive: true);
}
