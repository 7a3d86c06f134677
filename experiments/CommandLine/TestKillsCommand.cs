using System.CommandLine;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Kills;

namespace GCnn.Experiments.CommandLine;

/// <summary>The options of <c>gcnn test-kills</c>.</summary>
internal static class TestKillsCommand
{
    private static readonly Option<int> Kills = Number("--kills", "How often a training is killed.", KillOptions.DefaultKills);

    private static readonly Option<int> Seed = Number("--seed", "Seed of the moments and of the training.", 1);

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand(
            "test-kills",
            "Kills a training at random; exit code 1 if it ends otherwise. Trains a small net once undisturbed and then again, killing " +
            "the " +
            "process by SIGKILL at random moments and starting it again, and compares weights and results bit for bit.",
            "gcnn test-kills --kills 2")
        {
            Kills, Seed,
        };
        command.SetAction((parse, cancellation) => Task.Run(
            () => Guard.Run(() =>
                KillExperiment.Run(new KillOptions(parse.GetValue(Kills), parse.GetValue(Seed)).Checked(), cancellation) ? 0 : 1),
            CancellationToken.None));
        return command;
    }

    private static Option<int> Number(string name, string description, int otherwise) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => otherwise,
    };
}
