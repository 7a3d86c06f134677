namespace GCnn.Checkpoints;

/// <summary>
/// The JSON header of a file [SafeTensors2023]: metadata, which are strings by name, and for each tensor its type, its shape and the
/// place of its bytes. It is checked against the rules of the format before anything else is believed.
/// </summary>
/// <param name="Metadata">Strings by name.</param>
/// <param name="Tensors">The tensors in the order of their bytes.</param>
/// <param name="ChecksumAt">Where in the header's text the 64 digits of the checksum stand; −1 where there is none.</param>
internal sealed record SafeTensorsHeader(IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<TensorEntry> Tensors, int ChecksumAt)
{
    /// <summary>Bytes before the header: its length, a little-endian unsigned number.</summary>
    public const int PrefixLength = sizeof(ulong);

    /// <summary>No header is longer.</summary>
    public const int MaximumLength = 100_000_000;

    /// <summary>The name under which the header keeps its metadata; no tensor may have it.</summary>
    public const string MetadataName = "__metadata__";

    /// <summary>The metadata that holds the SHA-256 of the file, written by <see cref="SafeTensors"/>.</summary>
    public const string ChecksumName = "sha256";

    /// <summary>Digits of the checksum.</summary>
    public const int ChecksumLength = 64;

    /// <summary>What stands in place of the checksum while it is computed.</summary>
    public static readonly string ChecksumBlank = new('0', ChecksumLength);

    private const int MaximumDimensions = 64;

    /// <summary>Checks one tensor by itself: its size is that of its shape.</summary>
    /// <exception cref="InvalidDataException">It is not; a clause with the file as its subject.</exception>
    public static void CheckEntry(TensorEntry entry)
    {
        string name = Quoted.Name(entry.Name);
        if (entry.Shape.Count > MaximumDimensions)
        {
            throw new InvalidDataException($"gives {name} {entry.Shape.Count} dimensions; at most {MaximumDimensions} are possible");
        }

        if (entry.Begin > entry.End)
        {
            throw new InvalidDataException($"lets {name} end at byte {entry.End}, before it begins at {entry.Begin}");
        }

        if (Bytes(entry) is not { } bytes)
        {
            throw new InvalidDataException(
                $"gives {name} the shape [{string.Join(", ", entry.Shape)}], which has more bytes than a file can");
        }

        if (bytes != entry.Bytes)
        {
            throw new InvalidDataException($"gives {name} {entry.Bytes} bytes, where {ElementTypes.NameOf(entry.Type)} of shape "
                + $"[{string.Join(", ", entry.Shape)}] has {bytes}");
        }
    }

    /// <summary>Checks the tensors together: in the order of their bytes they cover all of them, without hole and overlap.</summary>
    /// <exception cref="InvalidDataException">They do not; a clause with the file as its subject.</exception>
    public void CheckCover(long length)
    {
        long at = 0;
        foreach (TensorEntry entry in Tensors)
        {
            if (entry.Begin != at)
            {
                string what = entry.Begin > at ? "a hole before" : "an overlap at";
                throw new InvalidDataException(
                    $"has {what} {Quoted.Name(entry.Name)}: it begins at byte {entry.Begin}, and the tensors before it end at {at}");
            }

            at = entry.End;
        }

        if (at != length)
        {
            throw new InvalidDataException(at > length
                ? $"is cut short: its tensors need {at} bytes after the header and {length} are there"
                : $"has {length - at} bytes after its last tensor, which belong to none");
        }
    }

    private static long? Bytes(TensorEntry entry)
    {
        // Zeros are left out first: whether a product overflows must not depend on the order of its factors.
        Int128 bytes = ElementTypes.SizeOf(entry.Type);
        foreach (long size in entry.Shape.Where(size => size > 0))
        {
            bytes *= size;
            if (bytes > long.MaxValue)
            {
                return null;
            }
        }

        return entry.Shape.Contains(0) ? 0 : (long)bytes;
    }
}
