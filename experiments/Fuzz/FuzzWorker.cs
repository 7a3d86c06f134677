using GCnn.Experiments.Reports;

namespace GCnn.Experiments.Fuzz;

/// <summary>The part of the command that runs as a process of its own, so that a native library may bring it down: it reads mutations one
/// after another and writes a line for each: <c>number outcome peak</c>, with + for read, - for refused, ! and words for a broken
/// promise.</summary>
internal static class FuzzWorker
{
    /// <summary>Runs mutations from a number up to, without, another.</summary>
    public static void Run(FuzzFormat format, int seed, int from, int to)
    {
        DirectoryInfo place = Directory.CreateTempSubdirectory("gcnn-fuzz-");
        try
        {
            string path = Path.Combine(place.FullName, format.FileName);
            for (int number = from; number < to; number++)
            {
                (byte[] file, FuzzSeed seedFile) = FuzzTrial.Make(format, seed, number);
                File.WriteAllBytes(path, file);
                Console.Out.WriteLine(PlainText.OneLine($"{number} {Outcome(format, path, seedFile)}"));
                Console.Out.Flush();
            }

            Console.Out.WriteLine($"peak {PeakKibibytes()}");
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    /// <summary>The largest memory of this process so far, in KiB, as the system counts it.</summary>
    internal static long PeakKibibytes()
    {
        const string key = "VmHWM:";
        string line = File.ReadLines("/proc/self/status").First(text => text.StartsWith(key, StringComparison.Ordinal));
        return long.Parse(line[key.Length..].Replace("kB", "", StringComparison.Ordinal).Trim());
    }

    private static string Outcome(FuzzFormat format, string path, FuzzSeed seed)
    {
        try
        {
            return FuzzTrial.Reads(format, path, seed.Options) ? "+" : "-";
        }
#pragma warning disable CA1031 // Whatever comes out of a reader that is no refusal is what is looked for.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            return $"! {crash}";
        }
    }
}
