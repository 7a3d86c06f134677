using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>
/// To predict what fraction of volunteers gives each answer of Galaxy Zoo 2's decision tree: the mean squared difference, of fractions
/// that fit
/// the tree by construction.
/// </summary>
/// <remarks>
/// The net's 37 outputs go through a softmax of each question's answers, and each is multiplied by the fraction that comes to the question
/// (<see cref="VoteTree"/>). [Dieleman2015], section 6.2, divides rectified outputs by their sum instead, which gives nothing where all are
/// negative.
/// </remarks>
public sealed class VoteFractions : IObjective
{
    /// <inheritdoc/>
    public int Outputs => VoteTree.Answers;

    /// <summary>The sum over images of the mean over answers of the squared difference; every image has weight 1.</summary>
    /// <inheritdoc/>
    public (Tensor Sum, double Weight) Loss(Tensor output, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(targets);
        return (nn.functional.mse_loss(Answer(output), targets, nn.Reduction.Sum).div(Outputs), targets.shape[0]);
    }

    /// <summary>The fractions of votes.</summary>
    /// <inheritdoc/>
    public Tensor Answer(Tensor output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var answers = new Tensor[VoteTree.Questions];
        for (int question = 0; question < answers.Length; question++)
        {
            (int first, int count) = VoteTree.AnswersTo(question);
            Tensor own = nn.functional.softmax(output.narrow(1, first, count), 1);
            answers[question] = VoteTree.LeadingTo(question) is { } from ? own.mul(Fraction(answers, from)) : own;
        }

        return cat(answers, 1);
    }

    /// <summary>There is nothing to give back.</summary>
    public void Dispose()
    {
    }

    private static Tensor Fraction(Tensor[] answers, int answer)
    {
        int question = Enumerable.Range(0, VoteTree.Questions).Last(q => VoteTree.AnswersTo(q).First <= answer);
        return answers[question].narrow(1, answer - VoteTree.AnswersTo(question).First, 1);
    }
}
