using GCnn.Experiments.Data;
using GCnn.Experiments.Reports;
using GCnn.Experiments.Reports.Html;
using GCnn.Reports.Tests.Support;

namespace GCnn.Reports.Tests;

public sealed class SummarySentencesTests
{
    private const int Objects = 60;

    [Fact]
    public void A_clear_difference_is_called_one()
    {
        string said = Said(GalaxyTask.Morphology, Run("z2", 0.5), Run("p4m", 0.95));
        Assert.StartsWith(
            "With about 1,000 parameters and 3 epochs each, p4m classified the 60 test galaxies best: its balanced accuracy is " +
            "0.950\u00A0\u00B1\u00A0",
            said, StringComparison.Ordinal);
        Assert.Contains(", that of z2, the plain CNN, 0.500\u00A0\u00B1\u00A0", said, StringComparison.Ordinal);
        Assert.Contains(" is more than two standard errors, so hardly chance. ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_within_its_error_is_not_called_one()
    {
        string said = Said(GalaxyTask.Morphology, Run("z2", 0.8), Run("p4m", 0.85));
        Assert.Contains(
            " is within two standard errors, so this run alone does not show that p4m is better. ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_better_plain_net_is_the_one_to_beat_and_may_win()
    {
        string said = Said(GalaxyTask.Morphology, Run("z2", 0.5), Run("z2+aug", 0.9), Run("p4", 0.6));
        Assert.Contains(" z2+aug, the better plain CNN, classified ", said, StringComparison.Ordinal);
        Assert.Contains(", that of p4 0.600", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_sentence_tells_whose_answers_do_not_depend_on_the_pose() => Assert.EndsWith(
        "However a galaxy is turned or mirrored, its class should stay: with p4m it does for every galaxy, with z2 for 50\u00A0% of them.",
        Said(GalaxyTask.Morphology, Run("z2", 0.5), Run("p4m", 0.95)), StringComparison.Ordinal);

    [Fact]
    public void Where_mirrors_change_the_class_keeping_it_is_no_virtue()
    {
        ModelRun run = MadeReport.Run("p4m", GalaxyTask.Handedness, Objects, 0.5);
        Assert.EndsWith(
            "Turned, a galaxy should keep its class, and mirrored change it: in all poses it does with p4m for 0\u00A0% of the galaxies.",
            Said(GalaxyTask.Handedness, run), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_alone_is_told_of_alone() => Assert.StartsWith(
        "With about 1,000 parameters and 3 epochs, p4 classified the 60 test galaxies with a balanced accuracy of 0.900\u00A0\u00B1\u00A0",
        Said(GalaxyTask.Morphology, Run("p4", 0.9)), StringComparison.Ordinal);

    [Fact]
    public void Seeds_of_a_model_are_one_model_and_their_spread_widens_its_error()
    {
        ReportContent one = MadeReport.Content(GalaxyTask.Morphology, Objects, Run("p4", 0.9));
        ReportContent two = MadeReport.Content(
            GalaxyTask.Morphology, Objects, Run("p4", 0.8), MadeReport.Run("p4", GalaxyTask.Morphology, Objects, 1, seed: 1));
        ReportModel model = Assert.Single(two.Models);
        Assert.Equal(one.Models[0].Balanced.Value, model.Balanced.Value, 12);
        Assert.True(model.Balanced.Error > one.Models[0].Balanced.Error);
        Assert.StartsWith("With about 1,000 parameters, 3 epochs and 2 seeds, p4 ", SummarySentences.Of(two)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Votes_are_told_of_by_their_error()
    {
        ModelRun run = Run("p4", 0.9) with { Poses = [], Truth = [], Symmetries = null, Rmse = 0.123 };
        Assert.Equal(
            "With about 1,000 parameters and 3 epochs, the fractions of votes for the 60 test galaxies were missed, as a root mean " +
            "square, p4 by 0.123.",
            Said(GalaxyTask.Morphology, run));
    }

    private static ModelRun Run(string model, double right) => MadeReport.Run(model, GalaxyTask.Morphology, Objects, right);

    private static string Said(GalaxyTask task, params IReadOnlyList<ModelRun> runs) =>
        string.Join(' ', SummarySentences.Of(MadeReport.Content(task, Objects, runs)));
}
