using System.Text;

namespace GCnn.Testing;

/// <summary>Text in columns as wide as their widest cell.</summary>
internal static class Columns
{
    public static void Append(StringBuilder text, string[][] rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
