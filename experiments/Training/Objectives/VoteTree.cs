using GCnn.Data;

namespace GCnn.Experiments.Training;

/// <summary>
/// The decision tree of Galaxy Zoo 2: eleven questions with 37 answers, and for each question the answer that leads to it.
/// </summary>
/// <remarks>
/// A volunteer comes to a question only by certain answers to those before, so the fractions of votes for the answers to a question add
/// up to
/// the fraction for the answer that leads to it. Questions 1 and 6 are asked of every galaxy, and theirs add up to 1. Source:
/// [Willett2013],
/// figure 1 and table 2; the sums are those of the table of Kaggle's challenge [Dieleman2015], section 3.2.
/// </remarks>
public static class VoteTree
{
    private const int Everyone = -1;

    // The number of answers, and the answer that leads there: 1.2 to question 2, 2.2 to 3, 4 and 5, 1.1 to 7, 6.1 to 8, 2.1 to 9, 4.1 to 10
    // and 11.
    private static readonly (int Answers, int From)[] Table =
    [
        (3, Everyone), (2, 1), (2, 4), (2, 4), (4, 4), (2, Everyone), (3, 0), (7, 13), (3, 3), (3, 7), (6, 7),
    ];

    private static readonly int[] Firsts = [.. Enumerable.Range(0, Table.Length).Select(q => Table[..q].Sum(row => row.Answers))];

    /// <summary>The number of questions.</summary>
    public static int Questions => Table.Length;

    /// <summary>The number of answers to all questions, which are <see cref="GalaxyZooVotes.Columns"/>.</summary>
    public static int Answers => Firsts[^1] + Table[^1].Answers;

    /// <summary>The answers to a question: the first, and how many.</summary>
    /// <param name="question">The question, from 0.</param>
    public static (int First, int Count) AnswersTo(int question) => (Firsts[question], Table[question].Answers);

    /// <summary>The answer that leads to a question, or null where everyone comes to it. It belongs to a question before.</summary>
    /// <param name="question">The question, from 0.</param>
    public static int? LeadingTo(int question) => Table[question].From == Everyone ? null : Table[question].From;

    /// <summary>
    /// The fractions that a net's outputs say: of each question the softmax of its answers, times the fraction that comes to it.
    /// </summary>
    /// <param name="outputs">A number for each answer.</param>
    /// <exception cref="ArgumentException">There is not one for each.</exception>
    public static double[] Fractions(ReadOnlySpan<float> outputs)
    {
        if (outputs.Length != Answers)
        {
            throw new ArgumentException($"VoteTree: {outputs.Length} numbers were given; {Answers} answers need one each.", nameof(outputs));
        }

        var fractions = new double[Answers];
        for (int question = 0; question < Questions; question++)
        {
            (int first, int count) = AnswersTo(question);
            ReadOnlySpan<float> own = outputs.Slice(first, count);
            double most = own.ToArray().Max(), sum = 0;
            double comes = LeadingTo(question) is { } from ? fractions[from] : 1;
            for (int i = 0; i < count; i++)
            {
                sum += fractions[first + i] = Math.Exp(own[i] - most);
            }

            for (int i = first; i < first + count; i++)
            {
                fractions[i] *= comes / sum;
            }
        }

        return fractions;
    }
}
