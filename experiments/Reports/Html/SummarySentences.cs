namespace GCnn.Experiments.Reports.Html;

/// <summary>The answer of a run in two sentences: what sharing weights over a group brought, and whether the pose matters.</summary>
internal static class SummarySentences
{
    // From here on a difference is called one.
    private const double Certain = 2;

    /// <summary>The two sentences; of votes, which have no classes, one.</summary>
    public static IReadOnlyList<string> Of(ReportContent content) =>
        content.Classifiers.Count == 0 ? [Votes(content)] : [Accuracy(content), Poses(content)];

    private static string Accuracy(ReportContent content)
    {
        IReadOnlyList<ReportModel> models = content.Classifiers;
        string on = $"the {Numbers.Count(content.Data.Test.Count)} test galaxies";
        ReportModel? plain = Best(models.Where(model => model.IsPlain));
        ReportModel reference = plain ?? models[0];
        ReportModel[] others = [.. models.Where(model => !model.IsPlain && model != reference)];
        if (Best(others.Length > 0 ? others : models.Where(model => model != reference)) is not { } other)
        {
            return $"{Conditions(content)}{reference.Name} classified {on} with a balanced accuracy of " +
                $"{Numbers.Plain(reference.Balanced)}.";
        }

        bool better = other.Balanced.Value > reference.Balanced.Value;
        (ReportModel first, ReportModel second) = better ? (other, reference) : (reference, other);
        Estimate difference = first.Over(second);
        string told = difference.Value > Certain * difference.Error
            ? "is more than two standard errors, so hardly chance"
            : $"is within two standard errors, so this run alone does not show that {first.Name} is better";
        return $"{Conditions(content)}{first.Name}{Role(first, models)} classified {on} best: its balanced accuracy is " +
            $"{Numbers.Plain(first.Balanced)}, that of {second.Name}{Role(second, models)} {Numbers.Plain(second.Balanced)}, and the " +
            $"difference of {Numbers.Plain(difference)} {told}.";
    }

    private static string Poses(ReportContent content)
    {
        ReportModel[] exact = [.. content.Classifiers.Where(model => model.SameInAllPoses is { Value: 1, Error: 0 })];
        ReportModel[] others = [.. content.Classifiers.Except(exact).OrderByDescending(model => model.SameInAllPoses.Value)];
        string turned = content.ReflectionsMatter
            ? "Turned, a galaxy should keep its class, and mirrored change it"
            : "However a galaxy is turned or mirrored, its class should stay";
        string all = $"with {Names(exact)} it does for every galaxy{Rounding(exact)}";
        string some = Numbers.List([.. others.Select(model => $"with {model.Name} for {Numbers.Percent(model.SameInAllPoses.Value)}")]);
        return (exact.Length, others.Length) switch
        {
            (_, 0) => $"{turned}: {all}.",
            (0, _) => $"{turned}: in all poses it does {some} of the galaxies.",
            _ => $"{turned}: {all}, {some} of them.",
        };
    }

    private static string Votes(ReportContent content)
    {
        string[] errors =
        [
            .. content.Models.Where(model => model.First.Rmse is not null)
                .Select(model => $"{model.Name} by {Numbers.Fraction(model.Runs.Average(run => run.Rmse!.Value))}"),
        ];
        return errors.Length == 0
            ? $"{Conditions(content)}{Numbers.List(content.Names)} learned from {Numbers.Count(content.Data.Train.Count)} galaxies."
            : $"{Conditions(content)}the fractions of votes for the {Numbers.Count(content.Data.Test.Count)} test galaxies were missed, " +
                $"as a root mean square, {Numbers.List(errors)}.";
    }

    private static string Names(IEnumerable<ReportModel> models) => Numbers.List([.. models.Select(model => model.Name)]);

    private static string Rounding(IEnumerable<ReportModel> models)
    {
        double change = models.SelectMany(model => model.Runs).Select(run => run.Invariance.MaxLogitChange).DefaultIfEmpty(0).Max();
        return change is > 0 and < 0.01 ? $" (no logit moves by more than {Numbers.Size(change)}, which is rounding)" : "";
    }

    // z2 is not a name that everybody knows.
    private static string Role(ReportModel model, IReadOnlyList<ReportModel> models) => models.Count(m => m.IsPlain) switch
    {
        _ when !model.IsPlain => "",
        1 => ", the plain CNN,",
        _ when models.All(m => m.IsPlain) => "",
        _ => ", the better plain CNN,",
    };

    private static ReportModel? Best(IEnumerable<ReportModel> models) => models.MaxBy(model => model.Balanced.Value);

    private static string Conditions(ReportContent content)
    {
        int[] epochs = [.. content.Models.SelectMany(model => model.Runs).Select(run => run.Epochs).Distinct()];
        long[] parameters = [.. content.Models.SelectMany(model => model.Runs).Select(run => (long)run.Parameters)];
        long[] products = [.. content.Models.SelectMany(model => model.Runs).Select(run => run.MultiplyAdds ?? 0)];
        string size = AreAlike(parameters) ? $"about {Numbers.Count((long)Math.Round(parameters.Average() / 100) * 100)} parameters"
            : AreAlike(products) ? $"about {products.Average() / 1e6:0.0} million multiply-adds"
            : "";
        string training = epochs.Length == 1 ? Numbers.Of(epochs[0], "epoch") : "";
        string seeds = content.HasSeeds ? Numbers.Of(content.Models.Max(model => model.Runs.Count), "seed") : "";
        string given = Numbers.List([.. new[] { size, training, seeds }.Where(text => text.Length > 0)]);
        return given.Length == 0 ? "" : $"With {given}{(content.Models.Count > 1 ? " each" : "")}, ";
    }

    private static bool AreAlike(long[] numbers) => numbers.Min() > 0 && numbers.Max() - numbers.Min() <= 0.05 * numbers.Max();
}
