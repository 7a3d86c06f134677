using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Reports.Html;

/// <summary>Which classes each model takes for which.</summary>
internal static class ConfusionSection
{
    /// <summary>The section; null where no classes were named.</summary>
    public static Section? Of(ReportContent content)
    {
        if (content.Classifiers.Count == 0)
        {
            return null;
        }

        string seeds = content.HasSeeds ? " Counts are over all seeds." : "";
        Fragment body = Fragment.Of(
            $"""
            <figure><div class="flow">{content.Classifiers.Select(model => Matrix(content, model))}</div>
            <figcaption>A row for each true class, a column for each predicted one: galaxies, and their part of the row. The darker, the
            larger that part; what a model gets right is on the outlined diagonal.{seeds}</figcaption></figure>

            """);
        return new Section("confusion", "Confusion", body);
    }

    private static Fragment Matrix(ReportContent content, ReportModel model)
    {
        ConfusionMatrix counts = ConfusionMatrix.Of(model.Answers.Predicted, model.Truth, content.Classes.Count);
        int[] all = [.. Enumerable.Range(0, counts.Classes)];
        return Fragment.Of(
            $"""
            <div><h3>{model.Label}</h3><div class="scroll"><table class="confusion" style="{model.Colour}">
            {TableMarkup.Head(@"true \ predicted", content.Classes)}<tbody>
            {all.Select(c => TableMarkup.Row(content.Classes[c], all.Select(p => Cell(counts, c, p))))}</tbody>
            </table></div></div>

            """);
    }

    private static Fragment Cell(ConfusionMatrix counts, int actual, int predicted)
    {
        int whole = Enumerable.Range(0, counts.Classes).Sum(c => counts[actual, c]);
        double part = whole == 0 ? 0 : (double)counts[actual, predicted] / whole;
        string kind = actual == predicted ? "diagonal" : "", count = Numbers.Count(counts[actual, predicted]);
        return Fragment.Of($"<td class=\"{kind}\" style=\"--p: {part:0.###}\">{count} <small>{Numbers.Percent(part)}</small></td>");
    }
}
