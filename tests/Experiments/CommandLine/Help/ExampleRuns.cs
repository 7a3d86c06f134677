using System.CommandLine;
using System.CommandLine.Parsing;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.CommandLine.Help;

/// <summary>
/// Types the example of every command's help, each in a process of its own, in a folder that has what the examples name: galaxies.zip and
/// the pipelines of the documentation. They run in the order of the help, so that one may use what another has written.
/// </summary>
[Collection(ConsoleCollection.Name)]
public sealed class ExampleRuns(SkyFolder sky)
{
    /// <summary>Those that are not typed here, and why.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["gcnn scale"] = "needs Open MPI; ScaleTests runs it where that is",
        ["gcnn test-kills"] = "trains for a minute; KillRunTests runs it",
        ["gcnn data rotated-mnist"] = "needs a network; DataRunTests runs it on digits made on the spot",
    };

    [Fact]
    public async Task Every_example_works()
    {
        string folder = sky.New();
        Directory.CreateDirectory(Path.Combine(folder, "docs", "pipelines"));
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "docs", "pipelines")))
            File.Copy(file, Path.Combine(folder, "docs", "pipelines", Path.GetFileName(file)));
        File.Copy(sky.Zip, Path.Combine(folder, "galaxies.zip"));
        foreach (string example in Commands(GcnnCommand.Root()).Where(IsTyped).Select(HelpScreen.ExampleOf).Distinct())
        {
            using var run = RunningProgram.In(folder, [.. CommandLineParser.SplitCommandLine(example).Skip(1)]);
            Outcome outcome = await run.End();
            Assert.True((outcome.Code, outcome.Error) == (0, ""), $"{example}\n{outcome}");
        }
    }

    [Fact]
    public void Those_left_out_exist() =>
        Assert.Empty(Elsewhere.Keys.Except(Commands(GcnnCommand.Root()).Select(CommandPath.Of)));

    private static bool IsTyped(Command command) => !Elsewhere.ContainsKey(CommandPath.Of(command));

    private static IEnumerable<Command> Commands(Command command) => [command, .. command.Subcommands.SelectMany(Commands)];
}
