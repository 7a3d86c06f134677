using System.Diagnostics;
using System.Globalization;
using GCnn.Experiments.Models;
using GCnn.Experiments.Reports;
using Spectre.Console;

namespace GCnn.Experiments.Predict;

/// <summary>Tells how a prediction goes: on a terminal one line that changes, elsewhere a line every ten seconds.</summary>
internal sealed class PredictReporter
{
    // No line of a log is this long, so none is wrapped.
    private const int LogWidth = 10_000;
    private const double SecondsBetweenLines = 10;
    private const double SecondsBetweenChanges = 0.2;
    private const int ReasonsTold = 5;

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
    private readonly ModelSource _model;
    private readonly ObjectImages _images;
    private readonly PoseSet _poses;
    private long _began = Stopwatch.GetTimestamp();
    private long _told;
    private long _before;
    private long _count;
    private int _reasons;
    private bool _changing;

    /// <summary>A reporter for the console as it is now.</summary>
    public PredictReporter(ModelSource model, ObjectImages images, PoseSet poses)
    {
        (_model, _images, _poses) = (model, images, poses);
        if (!Live)
        {
            _console.Profile.Width = LogWidth;
        }
    }

    private bool Live => _console.Profile.Capabilities.Interactive && _console.Profile.Capabilities.Ansi;

    /// <summary>Says what is going to be done.</summary>
    /// <param name="count">Images in all.</param>
    /// <param name="before">Images that were dealt with before.</param>
    public void Begin(long count, long before)
    {
        (_count, _before, _began, _told) = (count, before, Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        Line($"{_model}; {count} images of {_images.Location} ({_images.Format})");
        Line(_poses.Group switch
        {
            null => "1 forward pass for each image; nothing is said of orbits",
            { } group when _poses.HasSpread =>
                $"{_poses.Count} forward passes for each image: orbit_spread is over the poses of {group} (--orbit none takes one pass)",
            { } group =>
                $"1 forward pass for each image: {group} has no pose but the image as it is, so orbit_spread stays empty (--orbit lattice)",
        });
        if (before > 0)
        {
            Line($"{before} images are done already, from the run before");
        }
    }

    /// <summary>Says how far it has come, now and then.</summary>
    /// <param name="summary">What is done.</param>
    /// <param name="firstBad">Why an image was bad, or null.</param>
    public void Done(PredictSummary summary, string? firstBad)
    {
        if (firstBad is not null && _reasons++ < ReasonsTold)
        {
            Line($"bad image: it {firstBad}{(_reasons == ReasonsTold ? " (others are not told)" : "")}");
        }

        bool last = summary.Images == _count;
        if (Stopwatch.GetElapsedTime(_told).TotalSeconds < (Live ? SecondsBetweenChanges : SecondsBetweenLines) && !(last && _changing))
        {
            return;
        }

        _told = Stopwatch.GetTimestamp();
        double rate = Rate(summary);
        TimeSpan left = rate > 0 ? TimeSpan.FromSeconds((_count - summary.Images) / rate) : TimeSpan.Zero;
        string text = $"{summary.Images} of {_count} images, {rate:0} images/s, {(int)left.TotalHours}:{left:mm\\:ss} left";
        if (Live)
        {
            // Back to the beginning of the line, and what was there is wiped away.
            Console.Out.Write($"\r{text}\u001b[K");
            _changing = true;
        }
        else
        {
            Line(text);
        }
    }

    /// <summary>Says what there is now.</summary>
    /// <param name="table">The table.</param>
    /// <param name="summary">What is in it.</param>
    /// <param name="whole">Whether it was there before.</param>
    public void End(string table, PredictSummary summary, bool whole)
    {
        string bad = summary.Bad > 0 ? $", {summary.Bad} of them without numbers" : "";
        string skipped = summary.Skipped > 0 ? $", {summary.Skipped} images skipped" : "";
        string spread = summary.LargestSpread is { } most
            ? $", largest orbit_spread {most.ToString("0.0e+0", CultureInfo.InvariantCulture)} over the {_poses.Count} poses of " +
                $"{_poses.Group}"
            : "";
        string rate = whole ? ", whole already" : $", {Rate(summary):0} images/s";
        using var process = Process.GetCurrentProcess();
        Line($"{table}: {summary.Rows} rows{bad}{skipped}{spread}{rate}, peak memory {process.PeakWorkingSet64 >> 20} MiB");
    }

    /// <summary>Says how fast prediction is beside bare forward passes.</summary>
    /// <param name="options">Batch and threads.</param>
    /// <param name="count">The images of a round.</param>
    /// <param name="predict">Seconds of a round of prediction.</param>
    /// <param name="batches">Those of forward passes, a batch on each thread.</param>
    /// <param name="threads">Those of forward passes, each on all threads.</param>
    /// <param name="reading">Those of reading alone, on one thread.</param>
    public void Timed(PredictOptions options, int count, double predict, double batches, double threads, double reading)
    {
        Line($"{Provenance.Machine}; {Provenance.Engine}");
        Line($"{_model}; {count} images of {_images.Location} in {_poses.Count} poses, {options.Threads} threads, batches of " +
            $"{options.Batch}; medians of rounds in turn:");
        Line($"  predict, from file to row:              {count / predict:0.0} images/s");
        Line($"  bare forward, a batch on each thread:   {count / batches:0.0} images/s");
        Line($"  bare forward, a batch on all threads:   {count / threads:0.0} images/s");
        Line($"  reading alone, on one thread:           {count / reading:0.0} images/s");
        double most = batches * options.Threads / ((batches * options.Threads) + reading);
        Line($"predict has {Math.Min(batches, threads) / predict:P1} of the faster bare forward; reading on the same cores leaves " +
            $"{most:P1} at most");
    }

    private double Rate(PredictSummary summary) =>
        (summary.Images - _before) / Math.Max(1e-9, Stopwatch.GetElapsedTime(_began).TotalSeconds);

    private void Line(string text)
    {
        if (_changing)
        {
            Console.Out.WriteLine();
            _changing = false;
        }

        _console.WriteLine(PlainText.OneLine(text));
    }
}
