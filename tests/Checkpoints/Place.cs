namespace GCnn.Checkpoints.Tests;

/// <summary>A folder made for one test, and removed after it.</summary>
internal sealed class Place : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gcnn-safetensors-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public string[] Files => [.. _folder.GetFileSystemInfos().Select(file => file.Name)];

    public string Put(byte[] content, string name = "file.safetensors")
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    /// <summary>The sentence with which a file is refused, without its path.</summary>
    public string Refusal(byte[] content, Action<SafeTensorsFile>? use = null)
    {
        string path = Put(content);
        string message = Assert.Throws<InvalidDataException>(() =>
        {
            using SafeTensorsFile file = SafeTensors.Open(path);
            use?.Invoke(file);
        }).Message;
        Assert.StartsWith(path + " ", message, StringComparison.Ordinal);
        Assert.DoesNotContain(message, char.IsControl);
        Assert.InRange(message.Length, 20, 700);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", message, StringComparison.Ordinal);
        return message[(path.Length + 1)..];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
