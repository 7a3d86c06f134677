using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.CommandLine;

[Collection(ConsoleCollection.Name)]
public sealed class GalaxyKillTests(SkyFolder sky)
{
    private const int HeadLength = 25 + 64;

    [Fact]
    public async Task A_killed_run_leaves_no_part_for_a_whole_and_goes_on_to_the_same_end()
    {
        (string straight, string killed) = (sky.New(), sky.New());
        Outcome whole = await Outcome.Of(Command(straight, epochs: 12));
        Assert.Equal((0, ""), (whole.Code, whole.Error));

        KillWhen(killed, () => Directory.Exists(killed));
        KillWhen(killed, () => File.Exists(Path.Combine(killed, "z2.checkpoint")));
        KillWhen(killed, () => File.Exists(Path.Combine(killed, "p4m.checkpoint")));

        Outcome rest = await Outcome.Of(Command(killed, epochs: 12));
        Assert.Equal((0, ""), (rest.Code, rest.Error));
        Assert.Contains("of 12 epochs are done, from its checkpoint", rest.Out, StringComparison.Ordinal);
        Assert.Equal(Runs(straight), Runs(killed));
    }

    [Fact]
    public async Task Ctrl_C_says_that_the_same_command_goes_on_and_it_does()
    {
        string folder = sky.New();
        for (int i = 0; i < 2; i++)
        {
            using var run = new RunningProgram(Command(folder, epochs: 10_000));
            string checkpoint = Path.Combine(folder, "z2.checkpoint");
            DateTime before = Time(checkpoint);
            run.Await(() => Time(checkpoint) > before);
            run.Interrupt();
            Outcome outcome = await run.End();
            Assert.Equal((130, $"gcnn: Stopped; whole epochs are in {folder}. The same command goes on from there.\n"), (outcome.Code, outcome.Error));
            Assert.Equal(i == 1, outcome.Out.Contains("of 10000 epochs are done, from its checkpoint", StringComparison.Ordinal));
            Assert.False(File.Exists(Path.Combine(folder, "results.json")));
        }
    }

    [Fact]
    public async Task An_output_stream_on_a_full_disk_is_one_sentence()
    {
        using var run = new RunningProgram(toFullDisk: true, Command(sky.New(), epochs: 1));
        Assert.StartsWith("No space left on device", (await run.End()).Sentence(), StringComparison.Ordinal);
    }

    private void KillWhen(string folder, Func<bool> holds)
    {
        using var run = new RunningProgram(Command(folder, epochs: 12));
        run.Await(holds);
        run.Kill();
        run.Await(() => false);
        string results = Path.Combine(folder, "results.json");
        // A run that was quicker than the kill has its results, and they are whole.
        Assert.True(!File.Exists(results) || JsonNode.Parse(File.ReadAllText(results)) is not null);
        Assert.All(Directory.GetFiles(folder, "*.checkpoint"), file =>
        {
            byte[] bytes = File.ReadAllBytes(file);
            string hash = Encoding.ASCII.GetString(bytes, HeadLength, 64);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(HeadLength + 64))), hash);
        });
    }

    private string[] Command(string folder, int epochs) =>
    [
        "galaxy", "--data", sky.Zip, "--size", "17", "--parameters", "1500", "--threads", "1", "--models", "z2,p4m", "--epochs", $"{epochs}",
        "--out", folder,
    ];

    private static DateTime Time(string file) => File.Exists(file) ? File.GetLastWriteTimeUtc(file) : DateTime.MinValue;

    private static string Runs(string folder)
    {
        JsonArray runs = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["runs"]!.AsArray();
        foreach (JsonNode? run in runs)
            Assert.True(run!.AsObject().Remove("seconds_per_epoch"));
        return runs.ToJsonString();
    }
}
