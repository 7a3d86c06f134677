using System.Text;

namespace GCnn.Layers;

/// <summary>A certificate in print: columns as wide as their widest cell, reasons broken into lines of at most 140 characters.</summary>
internal static class CertificateTable
{
    private const int Width = 140;

    private static readonly string[] Header = ["layer", "input", "output", "exact under", "shifts", "because"];

    public static string Print(Certificate certificate)
    {
        string[][] rows = [Header, .. certificate.Layers.Select(Row)];
        int[] widths = [.. Enumerable.Range(0, Header.Length).Select(column => rows.Max(row => row[column].Length))];
        StringBuilder text = new();
        AppendWrapped(text, $"{certificate.Group} on {certificate.Input}: {Verdict(certificate)}", 2);
        int indent = widths.Take(widths.Length - 1).Sum(width => width + 2);
        foreach (string[] row in rows)
        {
            AppendWrapped(text, string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd(), indent);
        }

        Conclusions(certificate).ToList().ForEach(line => AppendWrapped(text, line, 2));
        return text.ToString();
    }

    /// <summary>The first offender and what mends the net, a sentence each.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="prefix">The path of the net in what it is part of; the layers are numbered from there.</param>
    public static IEnumerable<string> Conclusions(Certificate certificate, string prefix = "")
    {
        if (certificate.FirstOffender is LayerCertificate offender)
        {
            yield return $"First offender: {offender.Within(prefix).Title}, {offender.Reason}.";
        }

        if (certificate.Suggestions.Count > 0)
        {
            IEnumerable<string> texts = certificate.Suggestions.Select(suggestion => suggestion.Within(prefix).Text);
            yield return $"Exact with {string.Join(", or ", texts)}.";
        }
    }

    /// <summary>What the net is exact under, in a few words.</summary>
    public static string Verdict(Certificate certificate) => certificate.Exactness switch
    {
        Exactness.Unknown => "not certified, a layer is unknown",
        Exactness.Exact => $"exact under {certificate.SubgroupName}",
        Exactness.Approximate => $"exact under {certificate.SubgroupName}, approximate beyond it",
        _ => $"exact under {certificate.SubgroupName} only",
    } + (certificate.Shifts is ShiftSymmetry shifts ? $"; shifts {shifts}" : string.Empty)
        + (certificate.IsUpToShift ? ", up to a shift of the output" : string.Empty);

    /// <summary>A line, broken at spaces where it is too long; what follows stands under the column at <paramref name="indent"/>.</summary>
    private static void AppendWrapped(StringBuilder text, string line, int indent)
    {
        int from = Math.Min(indent, Width / 2);
        while (line.Length > Width)
        {
            int cut = line.LastIndexOf(' ', Width, Width - from);
            cut = cut > from ? cut : Width;
            text.AppendLine(line[..cut].TrimEnd());
            line = new string(' ', from) + line[cut..].TrimStart();
        }

        text.AppendLine(line);
    }

    private static string[] Row(LayerCertificate layer) =>
    [
        layer.Title,
        layer.Input?.ToString() ?? "-",
        layer.Output?.ToString() ?? "-",
        layer.Exactness == Exactness.Unknown ? "unknown" : layer.SubgroupName,
        layer.Shifts?.ToString() ?? "-",
        layer.Reason,
    ];
}
