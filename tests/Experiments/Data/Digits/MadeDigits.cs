using GCnn.Augment;
using GCnn.Experiments.Data.Digits;

namespace GCnn.Experiments.Tests.Data.Digits;

/// <summary>A folder with four files in the form of MNIST's, of few and small images.</summary>
internal sealed class MadeDigits : IDisposable
{
    public const int Side = 8;

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-digits-");

    public MadeDigits(int train = 50, int test = 20)
    {
        Write("train", Made(train, 1));
        Write("t10k", Made(test, 2));
    }

    public string Folder => _place.FullName;

    public static DigitImages Made(int count, int seed)
    {
        var stream = new SampleStream(seed, 0, 0);
        byte[] pixels = [.. Enumerable.Range(0, count * Side * Side).Select(_ => (byte)stream.NextIndex(256))];
        return new DigitImages(Side, pixels, [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))]);
    }

    public void Dispose() => _place.Delete(recursive: true);

    private void Write(string part, DigitImages images)
    {
        IdxWriter.Write(Path.Combine(Folder, $"{part}-images-idx3-ubyte"), images.Pixels, images.Count, Side, Side);
        IdxWriter.Write(Path.Combine(Folder, $"{part}-labels-idx1-ubyte"), images.Labels, images.Count);
    }
}
