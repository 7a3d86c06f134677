using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.Predict;

/// <summary>Killed at any moment, whole rows stay, none is computed twice, and the end is the same file byte for byte.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class PredictKillTests(SkyFolder sky, TrainedNets nets) : IClassFixture<TrainedNets>
{
    private const int Images = 480;

    [Fact]
    public async Task A_killed_run_goes_on_to_the_same_bytes()
    {
        string straight = sky.New(".csv"), killed = sky.New(".csv");
        Assert.Equal(0, (await Outcome.Of(Command(straight))).Code);
        byte[] whole = await File.ReadAllBytesAsync(straight);
        var random = new Random(20261122);
        var found = new List<long>();
        for (int kill = 0; kill < 6; kill++)
        {
            using var run = new RunningProgram(Command(killed));
            long before = Length(killed + ".part"), until = before + (long)(random.NextDouble() * whole.Length / 6);
            run.Await(() => Length(killed + ".part") > until);
            Thread.Sleep(random.Next(15));
            run.Kill();
            Outcome outcome = await run.End();
            if (File.Exists(killed))
                break;
            found.Add(Length(killed + ".part"));
            // What is there at any moment is a beginning of what will be there at the end, torn or not.
            Assert.Equal(whole[..(int)found[^1]], await File.ReadAllBytesAsync(killed + ".part"));
            Assert.True(kill == 0 || found[^1] >= found[^2], "rows were lost");
        }

        Assert.Contains(found, length => length > 200 && length < whole.Length);
        Outcome rest = await Outcome.Of(Command(killed));
        Assert.Equal((0, ""), (rest.Code, rest.Error));
        Assert.Matches(@"\d+ images are done already, from the run before|whole already", rest.Out);
        Assert.Equal(whole, await File.ReadAllBytesAsync(killed));
        Assert.False(File.Exists(killed + ".part") || File.Exists(killed + ".part.json"));
    }

    [Fact]
    public async Task Ctrl_C_says_that_the_same_command_goes_on_and_it_does()
    {
        string made = sky.New(".csv");
        using (var run = new RunningProgram(Command(made, images: 100_000)))
        {
            run.Await(() => Length(made + ".part") > 2_000);
            run.Interrupt();
            Outcome outcome = await run.End();
            Assert.Equal(130, outcome.Code);
            Assert.Matches(
                @"^gcnn: Stopped; \d+ of 100000 images are in .*\.csv\.part\. The same command goes on from there\.\n$", outcome.Error);
        }

        using var next = new RunningProgram(Command(made, images: 100_000));
        long before = Length(made + ".part");
        next.Await(() => Length(made + ".part") > before + 2_000);
        next.Interrupt();
        Assert.Matches(@"[1-9]\d* images are done already, from the run before", (await next.End()).Out);
    }

    [Fact]
    public async Task Killed_while_it_is_written_by_another_it_is_refused_once_and_goes_on()
    {
        string made = sky.New(".csv");
        using var run = new RunningProgram(Command(made, images: 100_000));
        run.Await(() => Length(made + ".part") > 500);
        Assert.EndsWith("is another run writing it?", (await Outcome.Of(Command(made, images: 100_000))).Sentence(), StringComparison.Ordinal);
        run.Kill();
        await run.End();
        Assert.True(Length(made + ".part") > 500);
    }

    private string[] Command(string made, int images = Images) =>
        ["predict", "--model", nets.Of("p4m"), "--data", $"synthetic:{images}", "--out", made, "--batch", "16", "--threads", "2"];

    private static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;
}
