using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace GCnn.Data;

/// <summary>A first look at the headers of a FITS file, without cfitsio, which divides by the sizes of tiles before anybody can ask for
/// them. </summary>
internal static class FitsCards
{
    private const int Block = 2_880;
    private const int Card = 80;

    /// <summary>Refuses a file whose counts are no whole numbers, or that has tiles without pixels. What else may be wrong cfitsio
    /// finds.</summary>
    /// <exception cref="InvalidDataException">A clause with the file as its subject.</exception>
    public static void Require(string path)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        var at = 0L;
        for (var header = 1; at >= 0 && at + Block <= length; header++)
        {
            var counts = new Dictionary<string, long>(StringComparer.Ordinal);
            at = ReadHeader(file, at, length, header, counts);
            at = at < 0 ? at : at + DataLength(counts, length);
        }
    }

    /// <summary>Reads one header.</summary>
    /// <returns>Where its data begin; -1 where the file ends before the header does.</returns>
    private static long ReadHeader(SafeFileHandle file, long at, long length, int header, Dictionary<string, long> counts)
    {
        var block = new byte[Block];
        for (; at + Block <= length; at += Block)
        {
            ArrayFile.ReadExactly(file, block, at);
            for (var card = 0; card < Block; card += Card)
            {
                var text = Encoding.Latin1.GetString(block, card, Card);
                if (text.AsSpan().TrimEnd().SequenceEqual("END"))
                    return at + Block;
                Note(text, header, counts);
            }
        }

        return -1;
    }

    private static void Note(string card, int header, Dictionary<string, long> counts)
    {
        var key = card[..8].TrimEnd();
        if (key == "ZCMPTYPE" && card.Contains("HCOMPRESS", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException($"is packed by HCOMPRESS under header {header}, which is not read: "
                + "cfitsio does not survive a damaged one; repack it with fpack -r");
        }

        var isTile = key.StartsWith("ZTILE", StringComparison.Ordinal);
        var isCount = isTile || key is "BITPIX" or "PCOUNT" or "GCOUNT" || key.StartsWith("NAXIS", StringComparison.Ordinal);
        if (!isCount || card[8] != '=' || card[9] != ' ')
            return;
        var text = card[10..].Split('/')[0].Trim();
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
            throw new InvalidDataException($"has '{text}' for {key} under header {header}, where a whole number should stand");
        if (isTile && count < 1)
            throw new InvalidDataException($"has tiles of {count} pixels under header {header} ({key}); at least 1 is needed");
        counts.TryAdd(key, count);
    }

    /// <summary>Bytes of the data, in whole blocks; the whole file where they make no sense.</summary>
    private static long DataLength(Dictionary<string, long> counts, long length)
    {
        var axes = counts.GetValueOrDefault("NAXIS");
        Int128 pixels = axes > 0 ? 1 : 0;
        for (var i = 1; i <= Math.Min(axes, 999); i++)
        {
            // Random groups say 0 for the first axis, and mean 1.
            var axis = counts.GetValueOrDefault($"NAXIS{i}");
            pixels *= i == 1 && axis == 0 && axes > 1 ? 1 : axis;
            if (pixels < 0 || pixels > length)
                return length;
        }

        var items = (pixels + counts.GetValueOrDefault("PCOUNT")) * counts.GetValueOrDefault("GCOUNT", 1);
        var bytes = items * Int128.Abs(counts.GetValueOrDefault("BITPIX")) / 8;
        return bytes < 0 || bytes > length ? length : (long)((bytes + Block - 1) / Block * Block);
    }
}
