using System.Text;

namespace GCnn.Data.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-atomic-");

    private string Target => Path.Combine(_place.FullName, "report.txt");

    [Fact]
    public void Writes_the_whole_and_replaces_the_old()
    {
        Write("old");
        Write("new");
        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_place.FullName));
    }

    [Fact]
    public void The_old_file_is_there_until_the_new_one_is_whole()
    {
        Write("old");
        AtomicFile.Write(Target, stream =>
        {
            stream.Write("half of the"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(Target));
        });
        Assert.Equal("half of the", File.ReadAllText(Target));
    }

    [Fact]
    public void A_full_disk_keeps_the_old_file_and_leaves_nothing_else()
    {
        Write("old");
        var failure = Assert.Throws<IOException>(() => AtomicFile.Write(Target, stream =>
        {
            stream.Write("half"u8);
            throw new IOException("No space left on device.");
        }));
        Assert.Equal($"Could not write {Target}: No space left on device. Nothing was left behind.", failure.Message);
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_place.FullName));
    }

    [Fact]
    public void A_mistake_of_the_writer_comes_out_as_it_is_and_leaves_nothing()
    {
        Assert.Throws<NotSupportedException>(() => AtomicFile.Write(Target, _ => throw new NotSupportedException()));
        Assert.Empty(Directory.GetFileSystemEntries(_place.FullName));
    }

    [Fact]
    public void A_directory_that_is_not_there_is_one_sentence()
    {
        var path = Path.Combine(_place.FullName, "none", "report.txt");
        Assert.StartsWith($"Could not write {path}: ", Assert.Throws<IOException>(() => AtomicFile.Write(path, _ => { })).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Delete(recursive: true);

    private void Write(string text) => AtomicFile.Write(Target, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
}
