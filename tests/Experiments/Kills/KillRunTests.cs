using System.Text.RegularExpressions;
using GCnn.Experiments.Kills;
using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.Kills;

[Collection(ConsoleCollection.Name)]
public sealed partial class KillRunTests
{
    [Fact]
    public async Task A_training_that_is_killed_three_times_ends_as_the_one_that_is_not()
    {
        Outcome outcome = await Outcome.Of("test-kills", "--kills", "3", "--seed", "5");
        Assert.True((outcome.Code, outcome.Error) == (0, ""), $"{outcome}");
        string[] lines = outcome.Out.TrimEnd('\n').Split('\n');
        Assert.Matches("^not killed: [0-9.]+ s; weights [0-9a-f]{64}$", lines[0]);
        Assert.Equal(3, lines.Count(line => KillLine().IsMatch(line)));
        Assert.EndsWith(", the same", lines[^3], StringComparison.Ordinal);
        Assert.StartsWith("3 kills in ", lines[^2], StringComparison.Ordinal);
        Assert.Matches("^[0-9]+ times gone on from a checkpoint; ([0-9]+) trainings to the end, \\1 of them with the weights and results ", lines[^1]);
    }

    [Theory]
    [InlineData("--kills 0", "--kills 0: from 1 to 100000 kills are possible.")]
    [InlineData("--seed -1", "--seed -1: a seed is 0 or a positive number.")]
    public async Task Values_that_make_no_sense_are_one_sentence(string option, string sentence) =>
        Assert.Equal(sentence, (await Outcome.Of(["test-kills", .. option.Split(' ')])).Sentence());

    [Fact]
    public void Moments_fall_all_over_the_run_and_into_the_writing_of_files()
    {
        KillMoment[] moments = [.. Enumerable.Range(0, 1000).Select(i => KillMoment.Draw(1, i, TimeSpan.FromSeconds(8)))];
        Assert.Equal(moments, Enumerable.Range(0, 1000).Select(i => KillMoment.Draw(1, i, TimeSpan.FromSeconds(8))));
        Assert.All(Enumerable.Range(0, 8), second =>
            Assert.InRange(moments.Count(moment => (int)moment.After.TotalSeconds == second), 80, 170));
        Assert.InRange(moments.Count(moment => moment.AtWriting), 200, 300);
    }

    [GeneratedRegex("^kill [1-3] after [0-9.]+ s, (before|between|while|after) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KillLine();
}
