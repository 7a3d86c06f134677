using GCnn.Experiments.Data;
using GCnn.Experiments.Predict;

namespace GCnn.Experiments.Tests.Predict;

public sealed class AnswersLaws
{
    private static readonly Answers Morphology = new(GalaxyTask.Morphology);
    private static readonly Answers Handedness = new(GalaxyTask.Handedness);

    [Fact]
    public void Probabilities_add_up_to_one_and_keep_the_ratios_of_exponentials()
    {
        float[] p = Answers.Of([0, MathF.Log(2), MathF.Log(5)]);
        Assert.Equal([0.125f, 0.25f, 0.625f], p);
        Assert.Equal([0f, 0f, 1f], Answers.Of([-1000, 0, 1000]));
    }

    [Fact]
    public void The_first_of_equal_classes_is_predicted() =>
        Assert.Equal("smooth", Morphology.ClassOf([0.4f, 0.4f, 0.2f]));

    [Fact]
    public void A_change_is_that_of_the_probability_that_changes_most() =>
        Assert.Equal(0.5f, Morphology.Change([0.75f, 0.25f, 0], [0.25f, 0.25f, 0.5f], mirrored: true));

    [Fact]
    public void A_mirror_exchanges_the_hands_and_an_answer_that_follows_has_not_changed()
    {
        Assert.Equal(0, Handedness.Change([0.875f, 0.125f], [0.125f, 0.875f], mirrored: true));
        Assert.Equal(0.75f, Handedness.Change([0.875f, 0.125f], [0.125f, 0.875f], mirrored: false));
        Assert.Equal(0.75f, Handedness.Change([0.875f, 0.125f], [0.875f, 0.125f], mirrored: true));
    }

    [Fact]
    public void Votes_are_fractions_that_fit_the_tree_and_a_mirror_keeps_them()
    {
        var votes = new Answers(GalaxyTask.Votes);
        float[] answer = votes.About([.. Enumerable.Range(0, 37).Select(i => (float)(i % 5))]);
        Assert.Equal((37, "p_Class1.1", "p_Class11.6"), (votes.Count, votes.Columns[0], votes.Columns[^1]));
        Assert.Equal(1, answer[..3].Sum(), 1e-6);
        Assert.Equal(answer[1], answer[3] + answer[4], 1e-6);
        Assert.Equal("artefact", votes.ClassOf(answer));
        Assert.Equal(0, votes.Change(answer, answer, mirrored: true));
    }

    [Fact]
    public void Numbers_are_written_with_the_fewest_digits_that_read_back()
    {
        var columns = new PredictionColumns(Morphology);
        Assert.Equal("object_id,predicted_class,p_smooth,p_spiral,p_edge-on,orbit_spread,status\n", columns.Header);
        Assert.Equal("a,smooth,0.7,0.2,0.1,1E-07,ok\n", columns.Row("a", [0.7f, 0.2f, 0.1f], 1e-7f));
        Assert.Equal("a,smooth,0.7,0.2,0.1,,ok\n", columns.Row("a", [0.7f, 0.2f, 0.1f], null));
        Assert.Equal("\"a,b\",,,,,,is cut short\n", columns.BadRow("a,b", "is cut short"));
    }

    [Fact]
    public void A_row_says_of_itself_what_it_adds_to_a_summary()
    {
        var columns = new PredictionColumns(Morphology);
        Assert.Equal(new PredictSummary(1, 0, 0, 0.5), columns.Read(["a", "smooth", "1", "0", "0", "0.5", "ok"]));
        Assert.Equal(new PredictSummary(1, 1, 0, null), columns.Read(["a", "", "", "", "", "", "is empty"]));
        Assert.Null(columns.Read(["a", "smooth", "1", "0", "0", "much", "ok"]));
        Assert.Null(columns.Read(["a", "smooth", "1", "0", "0", "ok"]));
        Assert.Equal(
            new PredictSummary(3, 1, 2, 0.5),
            new PredictSummary(1, 0, 2, 0.25) + new PredictSummary(1, 1, 0, null) + new PredictSummary(1, 0, 0, 0.5));
    }
}
