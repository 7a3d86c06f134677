namespace GCnn.Data.Tests;

/// <summary>A folder made for one test, and removed after it.</summary>
internal sealed class Place : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gcnn-formats-");

    public string Folder => _folder.FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public string Put(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    public string Put(string name, string content) => Put(name, System.Text.Encoding.Latin1.GetBytes(content));

    public void Dispose() => _folder.Delete(recursive: true);
}
