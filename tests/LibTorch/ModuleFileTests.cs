using System.Text;
using GCnn.LibTorch.Tests.Oracle.Cases;

namespace GCnn.LibTorch.Tests;

public class ModuleFileTests
{
    private static readonly byte[] Saved = Save(nn.Linear(2, 1));

    [Fact]
    public void A_saved_module_comes_back_bit_for_bit()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "net.dat");
        var (first, second) = (CaseTable.Network(), CaseTable.Network());
        first.call(randn(4, 1, 4, 4));
        first.save(path);
        second.load(path);
        Assert.All(second.state_dict(), entry => Assert.True(entry.Value.equal(first.state_dict()[entry.Key]).ToBoolean()));
        Assert.Equal([path], Directory.GetFiles(directory.Path));
    }

    [Fact]
    public void The_layout_is_TorchSharps()
    {
        var net = nn.Linear(2, 1, hasBias: false);
        net.load_state_dict(new() { ["weight"] = tensor(new float[,] { { 1, 2 } }) });
        byte[] expected = [1, 6, .. Encoding.UTF8.GetBytes("weight"), 6, 2, 1, 2, .. BitConverter.GetBytes(1f), .. BitConverter.GetBytes(2f)];
        Assert.Equal(expected, Save(net));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_and_changes_nothing()
    {
        using var net = nn.Linear(2, 1);
        var before = Save(net);
        for (var length = 0; length < Saved.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => net.load(new MemoryStream(Saved[..length])));
        }

        Assert.Equal(before, Save(net));
    }

    [Fact]
    public void A_shape_is_compared_before_memory_is_taken()
    {
        // One weight that claims 2^62 elements.
        byte[] hostile = [1, 6, .. Encoding.UTF8.GetBytes("weight"), 6, 1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x40];
        var error = Assert.Throws<InvalidDataException>(() => nn.Linear(2, 1).load(new MemoryStream(hostile)));
        Assert.Contains("'weight' has shape [4611686018427387904]", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => nn.Linear(2, 1).load(new MemoryStream(hostile), strict: false, skip: ["weight"]));
    }

    [Theory]
    [InlineData(new byte[] { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff })]
    [InlineData(new byte[] { 0x7f })]
    [InlineData(new byte[] { 1, 0 })]
    [InlineData(new byte[] { 1, 4, (byte)'b', (byte)'i', (byte)'a', (byte)'s', 99 })]
    [InlineData(new byte[] { 1, 4, (byte)'b', (byte)'i', (byte)'a', (byte)'s', 6, 100 })]
    [InlineData(new byte[] { 1, 4, (byte)'b', (byte)'i', (byte)'a', (byte)'s', 7, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 1, 0xff, 0xff, 0xff, 0xff, 0x0f })]
    [InlineData(new byte[] { 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff })]
    public void Bytes_that_are_no_state_are_refused(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => nn.Linear(2, 1).load(new MemoryStream(bytes)));

    [Fact]
    public void Random_bytes_never_give_another_exception()
    {
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            // A good file with a few bytes changed, and pure noise.
            var bytes = (byte[])Saved.Clone();
            for (var j = 0; j < 3; j++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (i % 2 == 0) random.NextBytes(bytes);
            var error = Record.Exception(() => nn.Linear(2, 1).load(new MemoryStream(bytes)));
            Assert.True(error is null or InvalidDataException, error?.ToString());
        }
    }

    [Fact]
    public void A_state_of_another_type_is_refused()
    {
        var error = Assert.Throws<InvalidDataException>(() => nn.Linear(2, 1).to(ScalarType.Float64).load(new MemoryStream(Saved)));
        Assert.Contains("Float32", error.Message, StringComparison.Ordinal);
        var wide = Save(nn.Linear(2, 1).to(ScalarType.Float64));
        Assert.Throws<InvalidDataException>(() => nn.Linear(2, 1).load(new MemoryStream(wide)));
    }

    [Fact]
    public void A_loose_load_reads_past_what_it_does_not_know()
    {
        var loaded = new Dictionary<string, bool>();
        using var net = nn.Linear(2, 1, hasBias: false);
        net.load(new MemoryStream(Saved), strict: false, loadedParameters: loaded);
        Assert.Equal([("weight", true), ("bias", false)], loaded.Select(l => (l.Key, l.Value)));
        Assert.Throws<InvalidDataException>(() => net.load(new MemoryStream(Saved)));
    }

    [Fact]
    public void A_file_that_goes_on_is_refused_and_a_stream_that_goes_on_is_not()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "net.dat");
        byte[] longer = [.. Saved, 0];
        File.WriteAllBytes(path, longer);
        Assert.Throws<InvalidDataException>(() => nn.Linear(2, 1).load(path));
        var stream = new MemoryStream(longer);
        nn.Linear(2, 1).load(stream);
        Assert.Equal(Saved.Length, stream.Position);
    }

    [Fact]
    public void A_failed_save_leaves_the_old_file()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "net.dat");
        var net = nn.Linear(2, 1);
        net.save(path);
        var before = File.ReadAllBytes(path);
        net.weight.Dispose();
        Assert.ThrowsAny<Exception>(() => net.save(path));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(directory.Path));
    }

    private static byte[] Save(nn.Module net)
    {
        using var stream = new MemoryStream();
        net.save(stream);
        return stream.ToArray();
    }

    private sealed class TemporaryDirectory : IDisposable
    {
        internal string Path { get; } = Directory.CreateTempSubdirectory("gcnn-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
