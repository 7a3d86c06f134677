using GCnn.Augment;
using GCnn.Data;
using GCnn.Experiments.Training;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Training.Objectives;

/// <summary>Fractions of votes fit the decision tree: those for the answers to a question add up to that of the answer that leads to it.</summary>
public sealed class VoteTreeLaws
{
    [Fact]
    public void The_answers_are_the_columns_of_the_table()
    {
        Assert.Equal((11, 37), (VoteTree.Questions, VoteTree.Answers));
        string[] columns =
        [
            .. Enumerable.Range(0, 11).SelectMany(q => Enumerable.Range(1, VoteTree.AnswersTo(q).Count).Select(a => $"Class{q + 1}.{a}")),
        ];
        Assert.Equal(GalaxyZooVotes.Columns, columns);
    }

    [Fact]
    public void The_answers_that_lead_to_questions_are_those_of_the_paper() => Assert.Equal(
        [null, "Class1.2", "Class2.2", "Class2.2", "Class2.2", null, "Class1.1", "Class6.1", "Class2.1", "Class4.1", "Class4.1"],
        Enumerable.Range(0, 11).Select(q => VoteTree.LeadingTo(q) is { } answer ? GalaxyZooVotes.Columns[answer] : null));

    [Fact]
    public void Fractions_fit_the_tree_and_others_do_not()
    {
        for (int draw = 0; draw < 50; draw++)
        {
            float[] outputs = Outputs(draw);
            Assert.True(Misfit(VoteTree.Fractions(outputs)) < 1e-14);
            using var scope = NewDisposeScope();
            double[] alone = [.. nn.functional.softmax(tensor(outputs), 0).data<float>().ToArray().Select(f => (double)f)];
            Assert.True(Misfit(alone) > 0.1, "a softmax over all answers must not fit: else nothing is measured");
        }
    }

    [Fact]
    public void Tensors_give_the_same_fractions()
    {
        using var scope = NewDisposeScope();
        using var objective = new VoteFractions();
        float[][] outputs = [.. Enumerable.Range(0, 4).Select(Outputs)];
        float[] answers = objective.Answer(tensor([.. outputs.SelectMany(o => o)], [4, 37])).data<float>().ToArray();
        double[] expected = [.. outputs.SelectMany(o => VoteTree.Fractions(o))];
        Assert.All(expected.Zip(answers), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void The_loss_is_the_mean_square_and_nothing_where_the_fractions_are_right()
    {
        using var scope = NewDisposeScope();
        using var objective = new VoteFractions();
        Tensor output = tensor([.. Outputs(1), .. Outputs(2)], [2, 37]);
        Tensor targets = objective.Answer(output);
        (Tensor sum, double weight) = objective.Loss(output, targets);
        Assert.Equal((0f, 2.0), (sum.item<float>(), weight));
        (Tensor off, _) = objective.Loss(output, targets.add(0.5));
        Assert.Equal(2 * 0.25, off.item<float>(), 1e-6);
    }

    [Fact]
    public void Another_number_of_outputs_is_refused() => Assert.StartsWith(
        "VoteTree: 36 numbers were given; 37 answers need one each.",
        Assert.Throws<ArgumentException>(() => VoteTree.Fractions(new float[36])).Message, StringComparison.Ordinal);

    /// <summary>How far the sums of all questions are from what they should be.</summary>
    private static double Misfit(double[] fractions) => Enumerable.Range(0, VoteTree.Questions).Max(question =>
    {
        (int first, int count) = VoteTree.AnswersTo(question);
        return Math.Abs(fractions[first..(first + count)].Sum() - (VoteTree.LeadingTo(question) is { } from ? fractions[from] : 1));
    });

    private static float[] Outputs(int draw)
    {
        var stream = new SampleStream(1, 0, draw);
        return [.. Enumerable.Range(0, 37).Select(_ => (float)stream.NextUniform(new Interval(-4, 4)))];
    }
}
