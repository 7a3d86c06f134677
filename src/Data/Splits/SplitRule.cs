using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GCnn.Data;

/// <summary>Which part an object belongs to: a function of its id alone, so that adding, removing or reordering objects, or another seed,
/// never moves an object from training to test.</summary>
/// <remarks>Take the first 8 bytes of SHA-256 of the id in UTF-8, as an unsigned number with the highest byte first, modulo 100:
/// 0 to 19 is test (a fifth), 20 to 27 validation (a tenth of the rest), 28 to 99 training.</remarks>
public static class SplitRule
{
    /// <summary>Objects of a hundred in the test part.</summary>
    public const int TestPercent = 20;

    /// <summary>Objects of a hundred in the validation part.</summary>
    public const int ValidationPercent = 8;

    /// <summary>The part of one object.</summary>
    public static SplitPart PartOf(string objectId)
    {
        ArgumentNullException.ThrowIfNull(objectId);
        return (Hash(objectId) % 100) switch
        {
            < TestPercent => SplitPart.Test,
            < TestPercent + ValidationPercent => SplitPart.Validation,
            _ => SplitPart.Train,
        };
    }

    /// <summary>SHA-256, in hexadecimal, of the ids sorted by their characters' codes, each followed by a line feed.</summary>
    public static string Checksum(IEnumerable<string> objectIds)
    {
        var lines = string.Concat(objectIds.Order(StringComparer.Ordinal).Select(id => id + '\n'));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));
    }

    /// <summary>The first 8 bytes of SHA-256 of an id in UTF-8, as an unsigned number with the highest byte first.</summary>
    /// <param name="objectId">The id.</param>
    public static ulong Hash(string objectId)
    {
        ArgumentNullException.ThrowIfNull(objectId);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(objectId), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
