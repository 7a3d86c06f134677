using GCnn.Experiments.Reports;
using Spectre.Console;

namespace GCnn.Experiments.Bench;

/// <summary>The rows in print: a table on a terminal, the same as Markdown elsewhere.</summary>
internal sealed class BenchTable
{
    // No line of a log is this long, so none is wrapped.
    private const int LogWidth = 10_000;

    private const double BusyBelow = 0.95;

    private static readonly string[] Headings =
        ["ms, medians", "fourier", "expanded", "plain", "peer", "ratio", "to peer", "GFLOP/s", "of peak", "images/s", "rounds"];

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
    private readonly double _peak;

    /// <summary>A table for the console as it is now.</summary>
    /// <param name="peak">The multiply-add peak of one core, in billions of operations a second.</param>
    public BenchTable(double peak)
    {
        _peak = peak;
        if (!Live)
        {
            _console.Profile.Width = LogWidth;
        }
    }

    private bool Live => _console.Profile.Capabilities.Interactive && _console.Profile.Capabilities.Ansi;

    /// <summary>Says what machine it is and what is measured.</summary>
    public void Begin(int cases, int budget)
    {
        Line($"{Provenance.Machine}; {Provenance.Engine}");
        Line($"multiply-add peak of one core, measured: {_peak:0} GFLOP/s; {cases} rows, {budget} s each or 5 rounds");
    }

    /// <summary>Says what a row's medians are, as soon as they are known.</summary>
    public void Measured(BenchRow row)
    {
        string[] cells = [.. Cells(row)];
        IEnumerable<string> times = Headings[1..7].Zip(cells[1..7], (heading, cell) => $"{heading} {cell}");
        Line($"{row.Case.Title}: {row.Rounds} rounds, {string.Join(", ", times)}");
        if (row.CoreShare < BusyBelow)
        {
            Line($"  on a busy machine: this process had {row.CoreShare:0%} of a core; the row is worth little");
        }
    }

    /// <summary>Prints all rows.</summary>
    public void End(IReadOnlyList<BenchRow> rows)
    {
        Table table = new Table().Border(Live ? TableBorder.Rounded : TableBorder.Markdown);
        foreach (string heading in Headings)
        {
            table.AddColumn(heading);
        }

        foreach (BenchRow row in rows)
        {
            table.AddRow([.. Cells(row).Select(Markup.Escape)]);
        }

        _console.Write(table);
        Line("fourier, expanded: our two routes. plain: Conv2d of as many channels, the faster of NCHW and channels last (cl).");
        Line("ratio: the faster of plain and peer over fourier; to peer: peer over fourier.");
        Line("GFLOP/s: the multiply-adds that the Fourier route needs, two operations each, over its time.");
    }

    /// <summary>Says what was written.</summary>
    public void Wrote(string file) => Line($"{file}: the rows as JSON");

    private IEnumerable<string> Cells(BenchRow row) =>
    [
        row.Case.Title, Number(row.Fourier), Number(row.Expanded),
        Number(row.Plain) + (row.PlainFormat is "channels last" ? " cl" : ""), Number(row.Peer), Number(row.Ratio), Number(row.PeerRatio),
        Number(row.FourierSpeed), row.FourierSpeed is double speed ? $"{speed / (_peak * row.Case.Threads):0%}" : "-",
        row.Fourier is double ms ? Number(row.Case.Batch * 1e3 / ms) : "-", $"{row.Rounds}",
    ];

    private static string Number(double? value) => value switch
    {
        null => "-",
        >= 100 => $"{value:0}",
        >= 10 => $"{value:0.0}",
        _ => $"{value:0.00}",
    };

    private void Line(string text) => _console.WriteLine(PlainText.OneLine(text));
}
