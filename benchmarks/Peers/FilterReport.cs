using System.Globalization;
using System.Text.Json;

namespace GCnn.Benchmarks;

/// <summary>Compares all cases of a file, prints them as a table, writes them as JSON, and says what must not be.</summary>
internal static class FilterReport
{
    /// <summary>What <c>float32</c> sampling explains.</summary>
    private const double Exact = 1e-6;

    /// <summary>What the broken twin must exceed.</summary>
    private const double Broken = 0.1;

    public static int Run(string path)
    {
        PeerFilters file = PeerFilters.Read(path);
        Dictionary<string, PeerConventions> ours = file.Header.Groups.ToDictionary(g => g.Name, g => new PeerConventions(file, g));
        FilterComparison[] all = [.. file.Header.Cases.Select(peer => FilterComparison.Of(file, peer, ours[peer.Group]))];
        string result = Path.ChangeExtension(path, ".gcnn.json");
        File.WriteAllText(result, JsonSerializer.Serialize(new { file.Header.Library, Cases = all }, PeerJson.Names));
        Print(file.Header.Library, all);
        Console.WriteLine($"\n{all.Length} cases, each pair of irreps by itself, are in {result}.");
        string[] faults = [.. all.SelectMany(Faults)];
        Array.ForEach(faults, Console.Error.WriteLine);
        return faults.Length == 0 ? 0 : 1;
    }

    private static void Print(PeerLibrary library, FilterComparison[] all)
    {
        Console.WriteLine($"""
            Residual |f - P f| / |f| of {library.Name} {library.Version}'s filters f, the largest of each case, and of one with random weights
            (drawn), for P the projection onto: all kernels that are exact on the lattice; harmonics on its rings; on our rings.

            | fields | filters | lattice | residual | drawn | its rings | residual | our rings | residual | drawn | upside down |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """);
        foreach (var (title, cases) in Rows(all))
        {
            Console.WriteLine("| " + string.Join(" | ", [title, .. Cells(cases)]) + " |");
        }
    }

    /// <summary>A row for each case with a regular field, and one for all pairs of irreps of a group and size.</summary>
    private static IEnumerable<(string Title, FilterComparison[] Cases)> Rows(FilterComparison[] all) => all
        .GroupBy(c => (c.Group, c.Size, Pair: c.IsRegular ? $"{c.In} → {c.Out}" : "pairs of irreps"))
        .OrderBy(row => Array.IndexOf(all, row.First()) is var first && row.First().IsRegular ? first : first + 0.5)
        .Select(row => (Title(row.Key.Group, row.First().IsRegular ? row.Key.Pair : $"{row.Count()} {row.Key.Pair}", row.Key.Size), row.ToArray()));

    private static string Title(string group, string pair, int size) => $"{group} {pair} {size}x{size}";

    private static string[] Cells(FilterComparison[] cases) =>
    [
        Sum(cases.Select(c => c.Filters)),
        Sum(cases.Select(c => c.Lattice.Dimension)),
        Number(cases.Max(c => c.Lattice.Residual)),
        Number(cases.Max(c => c.Lattice.Drawn)),
        Sum(cases.Select(c => c.TheirRings.Dimension)),
        Number(cases.Max(c => c.TheirRings.Residual)),
        Sum(cases.Select(c => c.OurRings.Dimension)),
        Number(cases.Max(c => c.OurRings.Residual)),
        Number(cases.Max(c => c.OurRings.Drawn)),
        Number(cases.Max(c => c.UpsideDown)),
    ];

    private static IEnumerable<string> Faults(FilterComparison c)
    {
        string title = Title(c.Group, $"{c.In} → {c.Out}", c.Size);
        if (c.Lattice.Residual > Exact)
        {
            yield return $"{title}: a filter misses our exact lattice space by {c.Lattice.Residual:E1}; float32 explains {Exact:E0}";
        }

        if (c.TheirRings.Residual > Exact || c.TheirRings.Dimension != c.Filters)
        {
            yield return $"{title}: on its own rings there are {c.TheirRings.Dimension} kernels of ours for {c.Filters} filters, which they " +
                $"miss by {c.TheirRings.Residual:E1}";
        }

        if (c.IsRegular && c.UpsideDown < Broken)
        {
            yield return $"{title}: filters read upside down miss the lattice space by {c.UpsideDown:E1} only, so the test sees nothing";
        }
    }

    private static string Sum(IEnumerable<int> values) => values.Sum().ToString(CultureInfo.InvariantCulture);

    private static string Number(double? value) => value is double v
        ? v < 0.01 ? v.ToString("0.0e-0", CultureInfo.InvariantCulture) : v.ToString("0.00", CultureInfo.InvariantCulture)
        : "-";
}
