using System.Text.Json.Nodes;
using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.Ranks;

[Collection(ConsoleCollection.Name)]
public sealed class GalaxyRanksTests(SkyFolder sky)
{
    [Fact]
    public async Task Two_processes_find_what_one_finds()
    {
        (string one, string two) = (sky.New(), sky.New());
        Outcome alone = await Outcome.Of(Command(one, epochs: 3));
        Outcome together = await RankedProgram.Of(2, Command(two, epochs: 3));
        Assert.Equal((0, 0), (alone.Code, together.Code));
        Assert.Equal(Scores(one), Scores(two));

        // Rank 0 speaks for all.
        Assert.Single(together.Out.Split('\n'), line => line.Contains("epoch 3/3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_killed_process_ends_all_and_the_same_command_goes_on_to_the_same_end()
    {
        (string straight, string killed) = (sky.New(), sky.New());
        Assert.Equal(0, (await RankedProgram.Of(2, Command(straight, epochs: 30))).Code);
        using (var job = new RankedProgram(2, Command(killed, epochs: 30)))
        {
            job.Await(() => Checkpoints(killed) > 0);
            job.Kill(rank: 1);
            Assert.NotEqual(0, (await job.End()).Code);
        }

        Assert.False(File.Exists(Path.Combine(killed, "results.json")));
        Outcome rest = await RankedProgram.Of(2, Command(killed, epochs: 30));
        Assert.Equal(0, rest.Code);
        Assert.Contains("of 30 epochs", rest.Out, StringComparison.Ordinal);
        Assert.Equal(Found(straight), Found(killed));
    }

    [Fact]
    public async Task What_is_wrong_for_all_is_said_once()
    {
        Outcome refused = await RankedProgram.Of(2, "galaxy", "--data", "/nowhere");
        Assert.NotEqual(0, refused.Code);
        Assert.Single(refused.Error.Split('\n'), line => line.StartsWith("gcnn: ", StringComparison.Ordinal));
    }

    private string[] Command(string folder, int epochs) =>
    [
        "galaxy", "--data", sky.Zip, "--size", "17", "--parameters", "1500", "--threads", "1", "--models", "p4m", "--epochs", $"{epochs}",
        "--out", folder,
    ];

    private static int Checkpoints(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Count(IsCheckpoint) : 0;

    private static bool IsCheckpoint(string file) => Path.GetExtension(file) is ".checkpoint" or ".safetensors";

    private static JsonArray Runs(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["runs"]!.AsArray();

    // Counts of galaxies: equal where the same ones are right.
    private static string Scores(string folder) =>
        string.Join('\n', Runs(folder).Select(run => $"{run!["test_accuracy"]} {run["test_balanced_accuracy"]}"));

    /// <summary>All that was found but how long it took.</summary>
    private static string Found(string folder)
    {
        JsonArray runs = Runs(folder);
        Forget(runs);
        return runs.ToJsonString();
    }

    private static void Forget(JsonNode? node)
    {
        foreach (JsonNode? item in node as JsonArray ?? [])
            Forget(item);
        if (node is JsonObject entries)
        {
            foreach ((string name, JsonNode? value) in entries.ToArray())
            {
                Forget(value);
                if (name.Contains("second", StringComparison.OrdinalIgnoreCase))
                    entries.Remove(name);
            }
        }
    }
}
