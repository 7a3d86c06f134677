using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.Training.Checkpoints;

[Collection(ConsoleCollection.Name)]
public sealed class CheckpointOptionTests
{
    [Theory]
    [InlineData("--keep 0", "--keep 0: from 1 to 10000 checkpoints can be kept.")]
    [InlineData("--keep many", "--keep many: a whole number up to 2147483647 is needed; 'gcnn galaxy --help' says what is needed.")]
    [InlineData("--save-every -1", "--save-every -1: from 0 to 1000000 seconds are possible; with 0 there is a checkpoint after each step.")]
    [InlineData("--save-every NaN", "--save-every NaN: from 0 to 1000000 seconds are possible; with 0 there is a checkpoint after each step.")]
    [InlineData("--save-every soon", "--save-every soon: a number of seconds is needed; 'gcnn galaxy --help' says what is needed.")]
    public async Task Values_that_make_no_sense_are_one_sentence(string option, string sentence) =>
        Assert.Equal(sentence, (await Outcome.Of(["galaxy", .. option.Split(' ')])).Sentence());
}
