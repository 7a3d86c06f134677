namespace GCnn.Data.Tests.Streaming;

public sealed class ImageStreamTests : IDisposable
{
    private const int Count = 200;

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-stream-");

    [Fact]
    public void A_file_is_streamed_in_the_order_of_seed_and_epoch()
    {
        string path = Path.Combine(_place.FullName, "images-idx3-ubyte");
        File.WriteAllBytes(path, [0, 0, 8, 3, 0, 0, 0, Count, 0, 0, 0, 1, 0, 0, 0, 2, .. Enumerable.Range(0, 2 * Count).Select(i => (byte)(i / 2))]);
        using ImageSource source = ImageSource.Open(path);
        SampleOrder order = SampleOrder.Shuffled(source.Count, seed: 1, epoch: 0);
        using StreamingLoader<Planes> loader = source.Stream(order, new LoaderOptions { Threads = 3, Ahead = 7 });
        Loaded<Planes>[] all = [.. loader.TakeAll()];
        Assert.Equal(Enumerable.Range(0, Count).Select(place => order[place]), all.Select(sample => sample.Number));
        Assert.All(all, sample => Assert.Equal(new Planes(1, 1, 2, [sample.Number / 255f, sample.Number / 255f]), sample.Value));
    }

    public void Dispose() => _place.Delete(recursive: true);
}
