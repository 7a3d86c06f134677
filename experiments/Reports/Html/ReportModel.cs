using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Reports.Html;

/// <summary>A model of the report: what was measured of it with each seed.</summary>
/// <param name="Name">Its name; with the epochs, where the run trained it twice.</param>
/// <param name="Number">Its place in the run, which gives its colour.</param>
/// <param name="Runs">One run for each seed, the first of which gives the pictures.</param>
/// <param name="Reflection">What a reflection of the image does to each class.</param>
internal sealed record ReportModel(string Name, int Number, IReadOnlyList<ModelRun> Runs, IReadOnlyList<int> Reflection)
{
    /// <summary>Colours in the style sheet.</summary>
    private const int Colours = 8;

    /// <summary>The run that pictures and tables of single objects are of.</summary>
    public ModelRun First => Runs[0];

    /// <summary>Whether it is a plain CNN: it shares no weights over a group.</summary>
    public bool IsPlain => First.Group == "p1";

    /// <summary>The style that gives its colour.</summary>
    public string Colour => $"--c: var(--m{Number % Colours})";

    /// <summary>The name with a mark of its colour.</summary>
    public Fragment Label => Fragment.Of($"<span class=\"swatch\" style=\"{Colour}\"></span>{Name}");

    /// <summary>Balanced accuracy, with the error that the choice of test objects and, where there are several, of seeds gives.</summary>
    public Estimate Balanced => Estimate.Balanced(Right, First.Truth).With(SeedError(Runs.Select(run => run.Test.BalancedAccuracy)));

    /// <summary>Accuracy, likewise.</summary>
    public Estimate Accuracy => Estimate.Mean(Right).With(SeedError(Runs.Select(run => run.Test.Accuracy)));

    /// <summary>The part of objects that in every pose get the class that their own class becomes there, likewise.</summary>
    public Estimate SameInAllPoses => Estimate.Mean(Over(Keeps)).With(SeedError(Runs.Select(run => Keeps(run).Average())));

    /// <summary>Whether it named a class for each test object.</summary>
    public bool HasAnswers => Runs.All(run => run is { Poses.Count: > 0, Truth.Count: > 0, Symmetries: not null });

    /// <summary>The logits of the objects as they are, of all seeds one after another.</summary>
    public Logits Answers => new([.. Runs.SelectMany(run => run.Poses[0].Values)], First.Poses[0].Classes);

    /// <summary>The true classes of <see cref="Answers"/>.</summary>
    public IReadOnlyList<int> Truth => [.. Runs.SelectMany(run => run.Truth)];

    /// <summary>For each test object, the part of the seeds with which its class is right.</summary>
    private double[] Right => Over(run => [.. run.Poses[0].Predicted.Zip(run.Truth, (p, t) => p == t ? 1.0 : 0.0)]);

    /// <summary>All models of a run, in their order.</summary>
    /// <param name="runs">What was measured.</param>
    /// <param name="reflection">What a reflection of the image does to each class.</param>
    public static IReadOnlyList<ReportModel> Of(IReadOnlyList<ModelRun> runs, IReadOnlyList<int> reflection)
    {
        bool twice = runs.GroupBy(run => (run.Model, run.Seed)).Any(same => same.Count() > 1);
        return
        [
            .. runs.GroupBy(run => twice ? $"{run.Model}, {run.Epochs} epochs" : run.Model)
                .Select((same, number) => new ReportModel(same.Key, number, [.. same], reflection)),
        ];
    }

    /// <summary>How much better than another model it is in balanced accuracy, on the same objects, which makes the error smaller.
    /// </summary>
    public Estimate Over(ReportModel other) => Estimate
        .Balanced([.. Right.Zip(other.Right, (mine, its) => mine - its)], First.Truth)
        .With(SeedError(Runs.Select(run => run.Test.BalancedAccuracy)))
        .With(SeedError(other.Runs.Select(run => run.Test.BalancedAccuracy)));

    private static double SeedError(IEnumerable<double> scores) => Estimate.Mean([.. scores]).Error;

    private double[] Keeps(ModelRun run)
    {
        Logits still = run.Poses[0];
        bool Fits(int i, int h) => run.Poses[h].ClassOf(i) ==
            (run.Symmetries!.IsRotation(h) ? still.ClassOf(i) : Reflection[still.ClassOf(i)]);
        return
        [
            .. Enumerable.Range(0, still.Count)
                .Select(i => Enumerable.Range(0, run.Poses.Count).All(h => Fits(i, h)) ? 1.0 : 0.0),
        ];
    }

    private double[] Over(Func<ModelRun, double[]> each)
    {
        double[][] all = [.. Runs.Select(each)];
        return [.. Enumerable.Range(0, all[0].Length).Select(i => all.Average(run => run[i]))];
    }
}
