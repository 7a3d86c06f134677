using System.Security.Cryptography;

namespace GCnn.Experiments.Data;

/// <summary>The checksum by which a file is known.</summary>
internal static class FileChecksum
{
    /// <summary>SHA-256 of a file, in hexadecimal.</summary>
    public static string Of(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
