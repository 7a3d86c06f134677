using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using GCnn.Layers.Tests;

namespace GCnn.Onnx.Tests;

/// <summary>ONNX Runtime's packages are the pinned ones, and its folder is there whole or not at all.</summary>
public sealed class OnnxRuntimeFolderLaws : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gcnn-npm").FullName;

    [Fact]
    public void An_archive_is_unpacked_only_with_its_SHA512()
    {
        byte[] archive = Archive(("package/dist/index.js", "right"), ("package/lib/index.ts", "unwanted"), ("other/dist/x.js", "outside"));
        NodePackage package = new("made", "1.0.0", Convert.ToBase64String(SHA512.HashData(archive)));
        package.Unpack(archive, _folder, path => path.StartsWith("dist/", StringComparison.Ordinal));
        string[] files = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
        Assert.Equal([Path.Combine(_folder, "node_modules", "made", "dist", "index.js")], files);
        byte[] other = [.. archive];
        other[^1] ^= 1;
        Messages.Say<InvalidDataException>(
            () =>
            {
                package.Unpack(other, _folder, _ => true);
                return null;
            },
            "made-1.0.0.tgz has the SHA-512 ", "it is not the archive that was chosen and is not used");
    }

    [Fact]
    public void A_folder_that_could_not_be_filled_is_not_left_behind()
    {
        string folder = Path.Combine(_folder, "runtime");
        Assert.Throws<InvalidDataException>(() => OnnxRuntimeFolder.Filled(folder, _ => Archive(("package/package.json", "{}"))));
        Assert.Throws<IOException>(() => OnnxRuntimeFolder.Filled(folder, _ => throw new IOException("no network")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
        Directory.CreateDirectory(folder);
        Assert.Equal(folder, OnnxRuntimeFolder.Filled(folder, _ => throw new IOException("no network")));
    }

    [Fact]
    public void A_missing_node_is_told_in_a_sentence()
    {
        if (NodeTheoryAttribute.Missing.Value is null)
        {
            Messages.Say<FileNotFoundException>(
                () => OnnxRuntime.Start("no-such-node"),
                "ONNX Runtime is run by node, and there is no program 'no-such-node' here; install it (on Debian: apt-get install nodejs)");
        }
    }

    [Fact]
    public void Packages_come_from_the_registry_over_HTTPS()
    {
        NodePackage package = new("made", "1.0.0", "");
        Assert.Equal("/made/-/made-1.0.0.tgz", package.Address.AbsolutePath[^22..]);
        Assert.Equal("https", package.Address.Scheme);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Archive(params (string Path, string Text)[] files)
    {
        using MemoryStream archive = new();
        using (GZipStream packed = new(archive, CompressionMode.Compress, leaveOpen: true))
        using (TarWriter tar = new(packed))
        {
            foreach ((string path, string text) in files)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path)
                {
                    DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)),
                });
            }
        }

        return archive.ToArray();
    }
}
