using System.Text;

namespace GCnn.Layers;

/// <summary>A certificate in print: columns as wide as their widest cell.</summary>
internal static class CertificateTable
{
    private static readonly string[] Header = ["layer", "input", "output", "exact under", "shifts", "because"];

    public static string Print(Certificate certificate)
    {
        string[][] rows = [Header, .. certificate.Layers.Select(Row)];
        int[] widths = [.. Enumerable.Range(0, Header.Length).Select(column => rows.Max(row => row[column].Length))];
        StringBuilder text = new();
        text.AppendLine($"{certificate.Group} on {certificate.Input}: {Verdict(certificate)}");
        foreach (string[] row in rows)
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        if (certificate.FirstOffender is LayerCertificate offender)
        {
            text.AppendLine($"First offender: {offender.Title}, {offender.Reason}.");
        }

        if (certificate.Suggestions.Count > 0)
        {
            text.AppendLine($"Exact with {string.Join(", or ", certificate.Suggestions.Select(suggestion => suggestion.Text))}.");
        }

        return text.ToString();
    }

    private static string Verdict(Certificate certificate) => certificate.Exactness switch
    {
        Exactness.Unknown => "not certified, a layer is unknown",
        Exactness.Exact => $"exact under {certificate.SubgroupName}",
        Exactness.Approximate => $"exact under {certificate.SubgroupName}, approximate beyond it",
        _ => $"exact under {certificate.SubgroupName} only",
    } + (certificate.IsUpToShift ? " up to a shift of the output" : string.Empty) + (certificate.Shifts is ShiftSymmetry shifts ? $"; shifts {shifts}" : string.Empty);

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
