using System.Text.Json.Nodes;
using GCnn.Checkpoints;
using GCnn.Experiments.Tests.Support;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Tests.CommandLine;

[Collection(ConsoleCollection.Name)]
public sealed class GalaxyKillTests(SkyFolder sky)
{
    [Fact]
    public async Task A_killed_run_leaves_no_part_for_a_whole_and_goes_on_to_the_same_end()
    {
        (string straight, string killed) = (sky.New(), sky.New());
        Outcome whole = await Outcome.Of(Command(straight, epochs: 12));
        Assert.Equal((0, ""), (whole.Code, whole.Error));

        KillWhen(killed, () => Directory.Exists(killed));
        KillWhen(killed, () => Newest(killed, "z2") is not null);
        KillWhen(killed, () => Newest(killed, "p4m") is not null);

        Outcome rest = await Outcome.Of(Command(killed, epochs: 12));
        Assert.Equal((0, ""), (rest.Code, rest.Error));
        Assert.Contains("are done, from its checkpoint", rest.Out, StringComparison.Ordinal);
        Assert.Equal(Runs(straight), Runs(killed));
    }

    [Fact]
    public async Task Ctrl_C_says_that_the_same_command_goes_on_and_it_does()
    {
        string folder = sky.New();
        for (int i = 0; i < 2; i++)
        {
            using var run = new RunningProgram(Command(folder, epochs: 10_000));
            string? before = Newest(folder, "z2");
            run.Await(() => Newest(folder, "z2") != before);
            run.Interrupt();
            Outcome outcome = await run.End();
            Assert.Equal((130, $"gcnn: Stopped; what was done is in {folder}. The same command goes on from there.\n"), (outcome.Code, outcome.Error));
            Assert.Equal(i == 1, outcome.Out.Contains("are done, from its checkpoint", StringComparison.Ordinal));
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
        foreach (string path in Directory.GetFiles(folder, "*.safetensors", SearchOption.AllDirectories))
        {
            using SafeTensorsFile file = SafeTensors.Open(path);
            file.Verify();
        }
    }

    private string[] Command(string folder, int epochs) =>
    [
        "galaxy", "--data", sky.Zip, "--size", "17", "--parameters", "1500", "--threads", "1", "--models", "z2,p4m", "--epochs", $"{epochs}",
        "--out", folder,
    ];

    private static string? Newest(string folder, string model)
    {
        string inside = Path.Combine(folder, CheckpointFolder.Name);
        return !Directory.Exists(inside) ? null : Directory.GetFiles(inside, $"{model}.epoch-*.safetensors").Max(StringComparer.Ordinal);
    }

    private static string Runs(string folder)
    {
        JsonArray runs = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["runs"]!.AsArray();
        foreach (JsonNode? run in runs)
            Assert.True(run!.AsObject().Remove("seconds_per_epoch"));
        return runs.ToJsonString();
    }
}
