using System.Text;

namespace GCnn.Data.Tests;

/// <summary>FITS files by hand, honest and not: 2,880 bytes of header for each list of cards, then the data, filled up to 2,880.</summary>
internal static class FitsBytes
{
    private const int Block = 2_880;

    /// <summary>A header of cards such as "BITPIX = 16", each filled up to 80 letters, with END behind them.</summary>
    public static byte[] Header(params string[] cards) => Filled(
        [.. cards.Append("END").SelectMany(card => Encoding.ASCII.GetBytes(Card(card)))], (byte)' ');

    public static byte[] Image(int bits, int[] axes, byte[] data, params string[] more) =>
        [.. Header(["SIMPLE = T", .. Shape(bits, axes), .. more]), .. Filled(data, 0)];

    public static byte[] Extension(int bits, int[] axes, byte[] data) =>
        [.. Header(["XTENSION= 'IMAGE   '", .. Shape(bits, axes), "PCOUNT = 0", "GCOUNT = 1"]), .. Filled(data, 0)];

    private static IEnumerable<string> Shape(int bits, int[] axes) =>
        [$"BITPIX = {bits}", $"NAXIS = {axes.Length}", .. axes.Select((axis, i) => $"NAXIS{i + 1} = {axis}")];

    private static string Card(string card)
    {
        var at = card.IndexOf('=', StringComparison.Ordinal);
        if (at < 0)
            return card.PadRight(80);
        var value = card[(at + 1)..].Trim();
        return $"{card[..at].Trim(),-8}= {(value.StartsWith('\'') ? value : value.PadLeft(20))}".PadRight(80);
    }

    private static byte[] Filled(byte[] bytes, byte with) =>
        [.. bytes, .. Enumerable.Repeat(with, (Block - (bytes.Length % Block)) % Block)];
}
