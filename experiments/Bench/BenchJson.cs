using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GCnn.Data;
using GCnn.Experiments.Reports;

namespace GCnn.Experiments.Bench;

/// <summary>The rows as JSON, with what they depend on.</summary>
internal static class BenchJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        // The file is read by people too; nothing of it goes into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the rows, whole or not at all.</summary>
    public static void Write(string path, IReadOnlyList<BenchRow> rows, double peak) =>
        AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, Content(rows, peak), Indented));

    /// <summary>A case as an object; peers are told it so.</summary>
    public static JsonObject Case(BenchCase bench) => new()
    {
        ["work"] = bench.Work,
        ["group"] = bench.Group,
        ["fields"] = bench.Fields,
        ["size"] = bench.Size,
        ["batch"] = bench.Batch,
        ["pass"] = bench.PassName,
        ["threads"] = bench.Threads,
    };

    private static JsonObject Content(IReadOnlyList<BenchRow> rows, double peak) => new()
    {
        ["rows"] = new JsonArray([.. rows.Select(Row)]),
        ["provenance"] = new JsonObject
        {
            ["version"] = Provenance.Version,
            ["engine"] = Provenance.Engine,
            ["machine"] = Provenance.Machine,
            ["peak_gflops"] = Math.Round(peak, 1),
            ["least_core_share"] = Math.Round(rows.Min(row => row.CoreShare), 2),
        },
    };

    private static JsonObject Row(BenchRow row)
    {
        JsonObject written = Case(row.Case);
        written["fourier_ms"] = Number(row.Fourier);
        written["expanded_ms"] = Number(row.Expanded);
        written["plain_ms"] = Number(row.Plain);
        written["peer_ms"] = Number(row.Peer);
        written["ratio"] = Number(row.Ratio);
        return written;
    }

    private static JsonValue? Number(double? value) => value is double number ? JsonValue.Create(Math.Round(number, 4)) : null;
}
