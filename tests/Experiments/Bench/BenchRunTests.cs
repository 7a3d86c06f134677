using System.Text.Json.Nodes;
using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.Bench;

[Collection(ConsoleCollection.Name)]
public sealed class BenchRunTests(SkyFolder folder)
{
    private const string Tiny = "--fields 1 --size 5 --batch 1 --threads 1 --budget 0";

    private static readonly string[] Keys =
    [
        "work", "group", "fields", "size", "batch", "pass", "threads", "fourier_ms", "expanded_ms", "plain_ms", "peer_ms", "ratio",
    ];

    [Theory]
    [InlineData("conv --only C4", "conv 3x3", "fourier_ms expanded_ms plain_ms ratio")]
    [InlineData("conv --only D6", "conv hexagon", "fourier_ms expanded_ms plain_ms ratio")]
    [InlineData("augment --only element", "augment element", "fourier_ms")]
    public async Task Rows_have_the_keys_that_were_promised_and_null_where_there_is_no_contestant(string what, string work, string measured)
    {
        JsonObject[] rows = await Rows($"{what} {Tiny}");
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Null(Violation(row, work, measured.Split(' '))));
        Assert.All(rows, row => Assert.NotNull(Violation(row, work, ["peer_ms", .. measured.Split(' ')])));
        Assert.All(rows, row => Assert.NotNull(Violation(row, work, [])));
        rows[0].Remove("threads");
        Assert.NotNull(Violation(rows[0], work, measured.Split(' ')));
    }

    [Fact]
    public async Task Steerable_layers_are_measured_whether_the_Fourier_route_serves_them_or_not()
    {
        JsonObject row = (await Rows($"conv --only C8 {Tiny}"))[0];
        Assert.True(row["expanded_ms"]!.GetValue<double>() > 0);
        Assert.Equal(row["fourier_ms"] is null, row["ratio"] is null);
    }

    [Fact]
    public async Task Nets_run_forward_and_in_training_steps()
    {
        foreach (string name in new[] { "net", "step" })
        {
            JsonObject row = Assert.Single(await Rows($"{name} --only P4CNN --fields 1 --batch 2 --threads 1 --budget 0"));
            Assert.Null(Violation(row, "P4CNN", ["fourier_ms", "expanded_ms", "plain_ms", "ratio"]));
            Assert.Equal((28, name == "net" ? "forward" : "step"), (row["size"]!.GetValue<int>(), Text(row, "pass")));
        }
    }

    [Fact]
    public async Task The_table_says_what_was_measured_and_how_often()
    {
        Outcome outcome = await Outcome.Of(["bench", .. $"conv --only C4 {Tiny}".Split(' ')]);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("multiply-add peak of one core, measured: ", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("conv 3x3 C4, 1 fields, 5x5, batch 1, step, 1 thread: 5 rounds, fourier ", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("| conv 3x3 C4, 1 fields, 5x5, batch 1, forward, 1 thread | ", outcome.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nets", "'nets' is no benchmark; there are conv, step, net, augment, and without a name all run.")]
    [InlineData("conv --only C5", "--only 'C5': no row has that in its name; without it the table shows all names.")]
    [InlineData("--fields 0", "--fields 0: from 1 to 4096 fields are possible.")]
    [InlineData("--size 5000", "--size 5000: from 1 to 4096 pixels are possible.")]
    [InlineData("--batch -1", "--batch -1: from 1 to 4096 images are possible.")]
    [InlineData("--threads 0", "--threads 0: from 1 to ")]
    [InlineData("--budget -1", "--budget -1: from 0 to 3600 seconds for each row are possible.")]
    [InlineData("--json /nowhere/a.json", "--json '/nowhere/a.json': there is no folder /nowhere; make it first.")]
    [InlineData("--json /proc/a.json", "--json '/proc/a.json' cannot be written to: ")]
    [InlineData("step --only P4CNN --size 9", "P4CNN C4, 10 fields, 9x9, batch 128, step, 1 thread cannot be measured: ")]
    [InlineData("conv --only D6 --size 64", "conv hexagon D6, 16 fields, 64x64, batch 8, forward, 1 thread cannot be measured: ")]
    [InlineData("conv --peers --python /nowhere/python", "--peers: '/nowhere/python' cannot be started (")]
    [InlineData("conv --peers --only C4 --python /bin/false", "--peers: e2cnn_bench.py (start): it ended with exit code 1")]
    [InlineData("conv --peers --only C4 --python /bin/echo", "--peers: e2cnn_bench.py answered '")]
    public async Task What_makes_no_sense_is_one_sentence(string arguments, string sentence)
    {
        Outcome outcome = await Outcome.Of(["bench", .. arguments.Split(' ')]);
        Assert.StartsWith(sentence, outcome.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_peer_is_asked_in_every_round_and_counts_where_it_is_the_faster()
    {
        string python = Script("""
            echo '{"ready": true}'
            while read -r line; do
              case $line in
                '"run"') echo '{"ms": 0.000001}' ;;
                *'"work":"conv 3x3"'*'"threads":1'*) echo '{"ready": true}' ;;
                *) exit 3 ;;
              esac
            done
            """);
        foreach (JsonObject row in await Rows($"conv --only C4 {Tiny} --peers --python {python}"))
        {
            Assert.Null(Violation(row, "conv 3x3", ["fourier_ms", "expanded_ms", "plain_ms", "peer_ms", "ratio"]));
            Assert.InRange(row["ratio"]!.GetValue<double>(), 0, 0.01);
        }
    }

    [Fact]
    public async Task What_a_peer_says_before_it_ends_is_shown()
    {
        string python = Script("""
            echo "no e2cnn in $4: fetch it" >&2
            exit 1
            """);
        Outcome outcome = await Outcome.Of(["bench", .. $"conv --only C4 --peers --python {python} --e2cnn /nowhere".Split(' ')]);
        Assert.Equal("--peers: e2cnn_bench.py (start): no e2cnn in /nowhere: fetch it", outcome.Sentence());
    }

    private static string Text(JsonObject row, string key) => row[key]!.GetValue<string>();

    /// <summary>Whether a row has exactly the promised keys, of their types, and numbers exactly where something was measured.</summary>
    private static string? Violation(JsonObject row, string work, string[] measured)
    {
        if (!row.Select(pair => pair.Key).SequenceEqual(Keys))
        {
            return $"the keys are {string.Join(' ', row.Select(pair => pair.Key))}";
        }

        string? wrong = Keys[7..].FirstOrDefault(key => (row[key] is not null) != measured.Contains(key));
        return wrong is not null ? $"{wrong} is {row[wrong]?.ToJsonString() ?? "null"}"
            : Text(row, "work") != work ? $"the work is {row["work"]}"
            : Text(row, "pass") is not ("forward" or "step") ? $"the pass is {row["pass"]}"
            : null;
    }

    private async Task<JsonObject[]> Rows(string arguments)
    {
        string json = folder.New(".json");
        Outcome outcome = await Outcome.Of(["bench", .. arguments.Split(' '), "--json", json]);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        return [.. JsonNode.Parse(await File.ReadAllTextAsync(json))!["rows"]!.AsArray().Select(row => row!.AsObject())];
    }

    private string Script(string body)
    {
        string path = folder.New();
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
