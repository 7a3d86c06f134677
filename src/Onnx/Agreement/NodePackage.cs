using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace GCnn.Onnx;

/// <summary>A package of npm in one version: where its archive is, and the SHA-512 that it must have. No script of it is run.</summary>
/// <param name="Name">The package's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha512">The archive's SHA-512 in base64, as npm's <c>integrity</c> has it.</param>
internal sealed record NodePackage(string Name, string Version, string Sha512)
{
    private const string Root = "package/";

    /// <summary>Where the archive is; npm's own variable <c>npm_config_registry</c> names another registry.</summary>
    public Uri Address
    {
        get
        {
            string? given = Environment.GetEnvironmentVariable("npm_config_registry");
            string registry = string.IsNullOrWhiteSpace(given) ? "https://registry.npmjs.org" : given.TrimEnd('/');
            return new Uri($"{registry}/{Name}/-/{Name}-{Version}.tgz");
        }
    }

    /// <summary>Gets the archive.</summary>
    /// <exception cref="IOException">It cannot be got; one sentence.</exception>
    public byte[] Download()
    {
        try
        {
            using HttpClient client = new() { Timeout = TimeSpan.FromMinutes(10) };
            using HttpRequestMessage request = new(HttpMethod.Get, Address);
            using HttpResponseMessage response = client.Send(request).EnsureSuccessStatusCode();
            using MemoryStream archive = new();
            response.Content.ReadAsStream().CopyTo(archive);
            return archive.ToArray();
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            throw new IOException(
                $"{Name} {Version}, which runs ONNX models for the check, could not be got from {Address} " +
                $"({failure.Message.TrimEnd('.')}); try again with a network, or do without the check.", failure);
        }
    }

    /// <summary>Unpacks those files of the archive that are wanted into <c>node_modules</c> of a folder.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="wanted">Which files, by their paths inside the package.</param>
    /// <exception cref="InvalidDataException">The archive is not the one that was pinned.</exception>
    public void Unpack(byte[] archive, string folder, Predicate<string> wanted)
    {
        string hash = Convert.ToBase64String(SHA512.HashData(archive));
        if (hash != Sha512)
        {
            throw new InvalidDataException(
                $"{Name}-{Version}.tgz has the SHA-512 {hash} and not {Sha512}; it is not the archive that was chosen and is not used.");
        }

        using GZipStream unpacked = new(new MemoryStream(archive), CompressionMode.Decompress);
        using TarReader tar = new(unpacked);
        while (tar.GetNextEntry() is { } entry)
        {
            string path = entry.Name.StartsWith(Root, StringComparison.Ordinal) ? entry.Name[Root.Length..] : "";
            if (path.Length > 0 && entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && wanted(path))
            {
                string file = Path.Combine(folder, "node_modules", Name, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                entry.ExtractToFile(file, overwrite: true);
            }
        }
    }
}
