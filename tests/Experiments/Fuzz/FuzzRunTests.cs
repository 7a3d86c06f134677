using System.Diagnostics;
using System.Globalization;
using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.Fuzz;

[Collection(ConsoleCollection.Name)]
public sealed class FuzzRunTests(SkyFolder sky)
{
    [Fact]
    public async Task A_short_run_of_every_format_counts_every_mutation_and_no_crash()
    {
        Outcome outcome = await Outcome.Of("fuzz-data", "--count", "25", "--seed", "7", "--out", sky.New());
        Assert.True(outcome.Code == 0, outcome.Out + outcome.Error);
        string[][] rows = Rows(outcome);
        Assert.Equal(["jpeg", "png", "zip", "csv", "hdf5", "fits", "npy", "npz", "safetensors", "idx"], rows.Select(row => row[0]));
        Assert.All(rows, row =>
        {
            int[] numbers = [.. row[1..5].Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
            Assert.Equal((25, 25, 0), (numbers[0], numbers[1] + numbers[2], numbers[3]));
        });
    }

    [Fact]
    public async Task A_worker_that_falls_is_a_crash_and_its_file_is_kept()
    {
        string kept = sky.New();
        Task<Outcome> run = Task.Run(() => Outcome.Of("fuzz-data", "--count", "20000", "--formats", "npy", "--out", kept));
        int worker;
        while ((worker = Worker()) == 0 && !run.IsCompleted)
        {
            await Task.Delay(20);
        }

        await Task.Delay(300);
        using (Process kill = Process.Start("kill", ["-KILL", worker.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        Outcome outcome = await run;
        Assert.Equal(1, outcome.Code);
        Assert.Equal("1", Assert.Single(Rows(outcome))[4]);
        Assert.Contains("gcnn: npy mutation ", outcome.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(kept));
    }

    [Theory]
    [InlineData("--count 0", "--count 0: at least 1 mutation of each format is needed.")]
    [InlineData("--formats bmp", "--formats bmp: there is jpeg, png, zip, csv, hdf5, fits, npy, npz, safetensors, idx.")]
    public async Task Values_that_make_no_sense_are_one_sentence(string option, string sentence) =>
        Assert.Equal(sentence, (await Outcome.Of(["fuzz-data", .. option.Split(' ')])).Sentence());

    private static string[][] Rows(Outcome outcome) =>
        [.. outcome.Out.TrimEnd('\n').Split('\n').Skip(2).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>The process that this one started as a worker, or 0.</summary>
    private static int Worker() => Directory.EnumerateDirectories("/proc/self/task")
        .SelectMany(task => Text($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(child => Text($"/proc/{child}/cmdline").Contains("--worker-from", StringComparison.Ordinal))
        .Select(child => int.Parse(child, CultureInfo.InvariantCulture))
        .FirstOrDefault();

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
