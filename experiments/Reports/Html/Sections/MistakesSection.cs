using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Reports.Html;

/// <summary>The galaxies that each model got most wrong.</summary>
internal static class MistakesSection
{
    private const int Side = 130;
    private const int Most = 7;

    /// <summary>The section; null where no classes were named.</summary>
    public static Section? Of(ReportContent content, Gallery gallery)
    {
        if (content.Classifiers.Count == 0)
        {
            return null;
        }

        Fragment body = Fragment.Of(
            $"""
            <p>Wrong answers given with the greatest confidence. Look at them before blaming the model: some labels are wrong.</p>
            {content.Classifiers.Select(model => Model(content, model, gallery))}
            """);
        return new Section("mistakes", "The worst mistakes", body);
    }

    private static Fragment Model(ReportContent content, ReportModel model, Gallery gallery)
    {
        Logits answers = model.First.Poses[0];
        (int Test, int Answer, double Probability)[] wrong =
        [
            .. Enumerable.Range(0, answers.Count).Where(i => answers.ClassOf(i) != model.First.Truth[i])
                .Select(i => (i, answers.ClassOf(i), answers.Probabilities(i).Max())).OrderByDescending(mistake => mistake.Item3),
        ];
        IEnumerable<Fragment> shown = wrong.Take(Most).Select(mistake => Mistake(content, model, gallery, mistake));
        string count = wrong.Length == 0
            ? $"none of {Numbers.Count(answers.Count)} wrong"
            : $"{Numbers.Count(wrong.Length)} of {Numbers.Count(answers.Count)} wrong";
        return Fragment.Of($"<h3>{model.Label} <span class=\"pm\">{count}</span></h3>\n<ul class=\"mistakes\">{shown}</ul>\n");
    }

    private static Fragment Mistake(
        ReportContent content, ReportModel model, Gallery gallery, (int Test, int Answer, double Probability) mistake)
    {
        string id = content.IdOf(mistake.Test), truth = content.Classes[model.First.Truth[mistake.Test]];
        Fragment picture = gallery.Picture(mistake.Test, Side).Show($"{id}, labelled {truth}");
        return Fragment.Of(
            $"""
            <li>{picture}<b>{content.Classes[mistake.Answer]}</b> {mistake.Probability:0.000}<br>
            labelled {truth}<bdi class="id">{id}</bdi></li>

            """);
    }
}
