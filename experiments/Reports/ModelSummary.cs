using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Reports;

/// <summary>What the runs of one model from several seeds have in common: means, with 95 % intervals where there are several.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Runs">The runs, one for each seed.</param>
public sealed record ModelSummary(string Model, IReadOnlyList<ModelRun> Runs)
{
    /// <summary>The first run, for what all share.</summary>
    public ModelRun First => Runs[0];

    /// <summary>The number of epochs; where runs were stopped early the fewest and the most.</summary>
    public string Epochs => string.Join('-', new[] { Runs.Min(run => run.Epochs), Runs.Max(run => run.Epochs) }.Distinct());

    /// <summary>Sorts runs by model, in the order of their first.</summary>
    /// <param name="runs">The runs.</param>
    public static IReadOnlyList<ModelSummary> Of(IReadOnlyList<ModelRun> runs) =>
        [.. runs.GroupBy(run => run.Model).Select(of => new ModelSummary(of.Key, [.. of]))];

    /// <summary>A number of each run, together.</summary>
    /// <param name="number">The number.</param>
    public MeanInterval Of(Func<ModelRun, double> number) => MeanInterval.Of([.. Runs.Select(number)]);

    /// <summary>The same for several kinds of numbers, by the names that results have for them.</summary>
    public IEnumerable<(string Name, MeanInterval Interval)> Numbers()
    {
        yield return ("test_accuracy", Of(run => run.Test.Accuracy));
        yield return ("test_balanced_accuracy", Of(run => run.Test.BalancedAccuracy));
        if (Runs.All(run => run.Calibration is not null))
        {
            yield return ("test_calibration_error", Of(run => run.Calibration!.Error));
        }

        if (Runs.All(run => run.Rmse is not null))
        {
            yield return ("test_rmse", Of(run => run.Rmse!.Value));
        }

        yield return ("rotation_agreement", Of(run => run.Invariance.RotationAgreement));
        yield return ("reflection_agreement", Of(run => run.Invariance.ReflectionAgreement));
    }
}
