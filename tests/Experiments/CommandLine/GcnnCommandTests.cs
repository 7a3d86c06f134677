using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.CommandLine;

[Collection(ConsoleCollection.Name)]
public sealed class GcnnCommandTests
{
    [Theory]
    [InlineData("galaxy --epochs x", "--epochs x: a whole number up to 2147483647 is needed; 'gcnn galaxy --help' says what is needed.")]
    [InlineData("galaxy --seed 99999999999", "--seed 99999999999: a whole number up to 2147483647 is needed; 'gcnn galaxy --help' says what is needed.")]
    [InlineData("galaxy --size 65.5", "--size 65.5: a whole number up to 2147483647 is needed; 'gcnn galaxy --help' says what is needed.")]
    [InlineData("galaxy --nonsense 3", "'--nonsense' is not known here; 'gcnn galaxy --help' lists what is.")]
    [InlineData("galaxy --size 17 33", "'33' is not known here; 'gcnn galaxy --help' lists what is.")]
    [InlineData("galaxy --size", "Required argument missing for option: '--size'; 'gcnn galaxy --help' says what is needed.")]
    [InlineData("galaxy --columns id label", "Required argument missing for option: '--columns'; 'gcnn galaxy --help' says what is needed.")]
    [InlineData("galxy", "'galxy' is not known here; 'gcnn --help' lists what is.")]
    [InlineData("data", "no command was given; there is describe, rotated-mnist, and 'gcnn data --help' says more.")]
    [InlineData("data describe", "Required argument missing for command: 'describe'; 'gcnn data describe --help' says what is needed.")]
    [InlineData("data rotated-mnist", "Option '--out' is required; 'gcnn data rotated-mnist --help' says what is needed.")]
    [InlineData("", "no command was given; there is galaxy, predict, export, describe, check, kernels, bench, scale, data, augment, fuzz-data, test-kills, and 'gcnn --help' says more.")]
    public async Task Arguments_that_cannot_be_understood_are_one_sentence(string arguments, string sentence)
    {
        Outcome outcome = await Outcome.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(sentence, outcome.Sentence());
        Assert.Empty(outcome.Out);
    }

    [Theory]
    [InlineData("--epochs 0", "--epochs 0: from 1 to 10000 passes are possible.")]
    [InlineData("--epochs -1", "--epochs -1: from 1 to 10000 passes are possible.")]
    [InlineData("--size 64", "--size 64: the nets halve the image 4 times, which commutes with rotations only where size - 1 is a multiple of 16; use 65.")]
    [InlineData("--task colour", "--task colour is not known; there are morphology, handedness, votes and classes.")]
    [InlineData("--task votes", "--task votes needs --data, and Galaxy Zoo 2's table by --labels: the synthetic sky has no volunteers.")]
    [InlineData("--budget money", "--budget money is not known; there are parameters, multiply-adds, time.")]
    [InlineData("--budget time --models z2", "--budget makes models as costly as the first of --models; name more than one.")]
    [InlineData("--seeds 0,x", "--seeds 0,x: 'x' is no whole number; give some with commas between, as 0,1,2.")]
    [InlineData("--seeds 0,1,0", "--seeds 0,1,0: a seed is named twice; name each once.")]
    [InlineData("--seeds ,", "--seeds: 0 seeds were given; from 1 to 1000 are possible.")]
    [InlineData("--seeds 1 --seed 1", "--seed and --seeds were both given; give one of them.")]
    [InlineData("--memory -1 --data x", "--memory -1: 0 or more mebibytes are possible.")]
    [InlineData("--task classes", "--task classes needs --data: the synthetic sky is for the tasks whose classes are known.")]
    [InlineData("--labels x", "--labels needs --data: the synthetic sky has labels of its own.")]
    [InlineData("--data x --labels x --test y", "--labels is for the images of --data; give --test in a form that has its own labels, without it.")]
    [InlineData("--split half", "--split half is not known; there are id and stratified.")]
    [InlineData("--models z2,z2", "--models z2,z2: a model is named twice; name each once.")]
    public async Task Values_that_make_no_sense_are_one_sentence(string option, string sentence) =>
        Assert.Equal(sentence, (await Outcome.Of(["galaxy", .. option.Split(' ')])).Sentence());
}
