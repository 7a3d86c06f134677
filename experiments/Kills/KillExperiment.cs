using System.Diagnostics;
using GCnn.Experiments.Reports;

namespace GCnn.Experiments.Kills;

/// <summary>
/// The question: does a training that is killed at any moment and started again end as the one that nobody killed, bit for bit? Processes
/// are killed by SIGKILL at random moments of the run; one that comes to its end is compared, and the next begins anew, until all kills
/// have been made.
/// </summary>
internal static class KillExperiment
{
    /// <summary>Runs it, and prints a line for each kill and the verdict.</summary>
    /// <returns>Whether every training ended alike.</returns>
    public static bool Run(KillOptions options, CancellationToken cancellation)
    {
        DirectoryInfo place = Directory.CreateTempSubdirectory("gcnn-kills-");
        try
        {
            return Run(options, place.FullName, cancellation);
        }
        catch (InvalidDataException failure)
        {
            // A part with the name of a whole, or a training that could not go on: what is looked for.
            Line($"FAILED: {failure.Message}");
            return false;
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static bool Run(KillOptions options, string place, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        KillSky.Write(Path.Combine(place, "sky"), options.Seed);
        KillConfig.Write(place);
        var straight = new KilledTraining(place, "straight", options.Seed);
        TimeSpan length = straight.Finish();
        TrainingResult expected = straight.Result();
        Line($"not killed: {length.TotalSeconds:0.0} s; weights {expected.Weights}");

        var killed = new KilledTraining(place, "killed", options.Seed);
        List<Kill> kills = [];
        List<bool> ends = [];
        for (int number = 0; kills.Count < options.Kills; number++)
        {
            if (killed.Until(KillMoment.Draw(options.Seed, number, length), cancellation) is { } kill)
            {
                kills.Add(kill);
                killed.RequireWhole();
                Line($"kill {kills.Count} {kill}");
            }
            else
            {
                ends.Add(Compare(killed, expected));
                killed.Clear();
            }
        }

        killed.Finish();
        ends.Add(Compare(killed, expected));
        Say(kills, ends, killed.Resumed, clock.Elapsed);
        return ends.TrueForAll(same => same);
    }

    private static bool Compare(KilledTraining training, TrainingResult expected)
    {
        TrainingResult result = training.Result();
        Line(result == expected ? $"to the end: weights {result.Weights}, the same"
            : result.Weights == expected.Weights ? "to the end: the same weights, OTHER RESULTS"
            : $"to the end: OTHER WEIGHTS {result.Weights}");
        return result == expected;
    }

    private static void Say(List<Kill> kills, List<bool> ends, int resumed, TimeSpan time)
    {
        IEnumerable<string> places = kills.GroupBy(kill => kill.Place).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {Kill.Words(group.Key)}");
        Line($"{kills.Count} kills in {time.TotalSeconds:0} s: {string.Join(", ", places)}");
        Line($"{resumed} times gone on from a checkpoint; {ends.Count} trainings to the end, {ends.Count(same => same)} of them with the "
            + "weights and results of the one that was not killed, bit for bit");
    }

    private static void Line(string text) => Console.Out.WriteLine(PlainText.OneLine(text));
}
