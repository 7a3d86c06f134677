using GCnn.Data;
using GCnn.Experiments.Reports;

namespace GCnn.Experiments.Fuzz;

/// <summary>Tries every reader on mutations of valid files, each format in processes of its own.</summary>
internal static class FuzzExperiment
{
    // A reader that falls at every file would start as many processes as there are mutations.
    private const int MostCrashes = 100;

    /// <summary>Runs all formats, and prints a line for each.</summary>
    /// <returns>Whether no reader crashed.</returns>
    public static async Task<bool> Run(FuzzOptions options, CancellationToken cancellation)
    {
        Console.Out.WriteLine($"{options.Count} mutations of each format, seed {options.Seed}");
        Console.Out.WriteLine(FuzzCount.Head);
        int crashes = 0;
        foreach (FuzzFormat format in options.Formats)
        {
            FuzzCount count = await Run(format, options, cancellation).ConfigureAwait(false);
            Console.Out.WriteLine(count);
            crashes += count.Crashes;
        }

        return crashes == 0;
    }

    private static async Task<FuzzCount> Run(FuzzFormat format, FuzzOptions options, CancellationToken cancellation)
    {
        var count = new FuzzCount(format.Name);
        int next = 0;
        while (next < options.Count && count.Crashes < MostCrashes)
        {
            using var child = new FuzzChild(format, options, next);
            next = await Follow(child, format, options, count, next, cancellation).ConfigureAwait(false);
            if (next < options.Count)
            {
                Note(format, options, count, next, child.End());
                next++;
            }
        }

        return count;
    }

    /// <summary>Counts what a worker says until it ends.</summary>
    /// <returns>The first number that it did not answer to.</returns>
    private static async Task<int> Follow(
        FuzzChild child, FuzzFormat format, FuzzOptions options, FuzzCount count, int next, CancellationToken cancellation)
    {
        while (await child.Next(cancellation).ConfigureAwait(false) is { } line)
        {
            string[] words = line.Split(' ', 3);
            if (words[0] == "peak")
            {
                count.PeakKibibytes = Math.Max(count.PeakKibibytes, long.Parse(words[1]));
                continue;
            }

            next = int.Parse(words[0]) + 1;
            switch (words[1])
            {
                case "+":
                    count.Read++;
                    break;
                case "-":
                    count.Refused++;
                    break;
                default:
                    Note(format, options, count, next - 1, words[2]);
                    break;
            }
        }

        return next;
    }

    /// <summary>Counts a crash, and keeps the file that made it.</summary>
    private static void Note(FuzzFormat format, FuzzOptions options, FuzzCount count, int number, string what)
    {
        count.Crashes++;
        (byte[] file, FuzzSeed from) = FuzzTrial.Make(format, options.Seed, number);
        Directory.CreateDirectory(options.Out);
        string path = Path.Combine(options.Out, $"{format.Name}-{options.Seed}-{number}");
        AtomicFile.Write(path, stream => stream.Write(file));
        Console.Error.WriteLine(PlainText.OneLine($"gcnn: {format.Name} mutation {number} of seed {options.Seed} (from {from.Name}): "
            + $"{what}; kept as {path}"));
    }
}
