using System.Globalization;
using System.Text;

namespace GCnn.Layers;

/// <summary>A summary in print.</summary>
internal static class SummaryTable
{
    private const int MaximumWidth = 140;
    private const int Gap = 2;
    private const int Least = 12;

    private static readonly string[] Header =
        ["layer", "output", "type", "free", "expanded", "field / jump", "mul-adds", "Fourier", "+ transf.", "exact under"];

    // Text is to the left, numbers are to the right; what is too long is cut from these columns in turn.
    private static readonly bool[] IsNumber = [false, false, false, true, true, true, true, true, true, false];
    private static readonly int[] Cut = [2, 0, 9];
    private static readonly string[] Units = ["", "k", "M", "G", "T", "P", "E"];

    public static string Print(Summary summary)
    {
        string[][] rows = [Header, .. summary.Layers.Select(Row), Totals(summary)];
        int[] widths = [.. Enumerable.Range(0, Header.Length).Select(column => rows.Max(row => row[column].Length))];
        Fit(widths);
        StringBuilder text = new();
        foreach (string[] row in rows)
        {
            IEnumerable<string> cells = row.Select((cell, column) => Cell(cell, widths[column], IsNumber[column]));
            text.AppendLine(string.Join(new string(' ', Gap), cells).TrimEnd());
        }

        foreach ((string prefix, Certificate certificate) in summary.Certificates)
        {
            string subject = prefix.Length == 0 ? string.Empty : $"Layer {prefix}, ";
            text.AppendLine($"{subject}{certificate.Group} on {certificate.Input}: {CertificateTable.Verdict(certificate)}");
            CertificateTable.Conclusions(certificate, prefix).ToList().ForEach(line => text.AppendLine(line));
        }

        return text.ToString();
    }

    private static string[] Row(LayerSummary layer) =>
    [
        layer.Title,
        layer.Output?.ToString() ?? "-",
        layer.OutputType?.ToString() ?? (layer.Channels is { } channels ? $"{channels} channels" : "-"),
        Whole(layer.FreeParameters),
        Whole(layer.ExpandedParameters),
        layer.Field?.ToString() ?? "-",
        Rounded(layer.MultiplyAdds),
        layer.Fourier is { } fourier ? Rounded(fourier.MultiplyAdds) : layer.MultiplyAdds is 0 ? "-" : "n/a",
        layer.Fourier is { } transforms ? Rounded(transforms.TransformOperations) : "-",
        layer.Certificate is not { } certificate ? "-" : certificate.Exactness == Exactness.Unknown ? "unknown" : certificate.SubgroupName,
    ];

    private static string[] Totals(Summary summary) =>
    [
        "total", string.Empty, string.Empty, Whole(summary.FreeParameters), Whole(summary.ExpandedParameters), string.Empty,
        Rounded(summary.MultiplyAdds), Rounded(summary.FourierMultiplyAdds), Rounded(summary.TransformOperations), string.Empty,
    ];

    /// <summary>Three digits and a unit, such as <c>12.3M</c>.</summary>
    internal static string Rounded(long? number)
    {
        if (number is not > 0)
        {
            return number is null ? "unknown" : "-";
        }

        (double value, int unit) = (number.Value, 0);
        for (; value >= 999.5; unit++)
        {
            value /= 1000;
        }

        string digits = unit == 0 || value >= 99.95 ? "0" : value >= 9.995 ? "0.0" : "0.00";
        return value.ToString(digits, CultureInfo.InvariantCulture) + Units[unit];
    }

    private static string Whole(long number) => number == 0 ? "-" : number.ToString("#,0", CultureInfo.InvariantCulture);

    private static void Fit(int[] widths)
    {
        int excess = widths.Sum() + (Gap * (widths.Length - 1)) - MaximumWidth;
        foreach (int column in Cut)
        {
            int cut = Math.Clamp(excess, 0, Math.Max(0, widths[column] - Least));
            (widths[column], excess) = (widths[column] - cut, excess - cut);
        }
    }

    private static string Cell(string text, int width, bool number)
    {
        string shown = text.Length <= width ? text : $"{text[..(width - 1)]}…";
        return number ? shown.PadLeft(width) : shown.PadRight(width);
    }
}
