using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Kernels;
using GCnn.Groups;

namespace GCnn.Experiments.Reports.Html;

/// <summary>Galaxies in all poses of their lattice, with each model's answer below each pose.</summary>
internal static class PosesSection
{
    private const int Side = 84;
    private const int MostGalaxies = 4;

    /// <summary>The section; null where no classes were named.</summary>
    public static Section? Of(ReportContent content, Gallery gallery)
    {
        if (content.Classifiers.Count == 0)
        {
            return null;
        }

        string hands = content.ReflectionsMatter
            ? " Mirrored, a galaxy of this task changes its class, so that there another answer is right."
            : "";
        Fragment body = Fragment.Of(
            $"""
            <p>Of each class the test galaxy on which {content.Classifiers[0].Name} changes its mind most, turned and mirrored in every way
            that its pixels allow (e: as it is; r: a turn anticlockwise; s: mirrored left and right). Below each pose each model's class and
            its probability; a class other than that of the first pose is marked.{hands}</p>
            {Galaxies(content).Select(test => Galaxy(content, gallery, test))}
            """);
        return new Section("poses", "Galaxies in all poses", body);
    }

    // Of each class the one whose probabilities move most with the first model, where there is most to see.
    private static IEnumerable<int> Galaxies(ReportContent content)
    {
        ModelRun first = content.Classifiers[0].First;
        double[] spreads = [.. Enumerable.Range(0, first.Truth.Count).Select(i => Spread(first.Poses, i))];
        return first.Truth.Index().GroupBy(galaxy => galaxy.Item, galaxy => galaxy.Index)
            .Select(galaxies => galaxies.MaxBy(i => spreads[i])).OrderByDescending(i => spreads[i]).Take(MostGalaxies);
    }

    private static double Spread(IReadOnlyList<Logits> poses, int galaxy)
    {
        double[][] all = [.. poses.Select(pose => pose.Probabilities(galaxy))];
        return Enumerable.Range(0, all[0].Length).Max(c => all.Max(p => p[c]) - all.Min(p => p[c]));
    }

    private static Fragment Galaxy(ReportContent content, Gallery gallery, int test)
    {
        string truth = content.Classes[content.Classifiers[0].First.Truth[test]];
        IEnumerable<Fragment> tables = content.Classifiers.GroupBy(model => model.First.Symmetries!)
            .Select(models => Table(content, gallery, test, models.Key, [.. models]));
        return Fragment.Of($"<figure>\n<h3><bdi>{content.IdOf(test)}</bdi>, labelled <bdi>{truth}</bdi></h3>\n{tables}</figure>\n");
    }

    private static Fragment Table(
        ReportContent content, Gallery gallery, int test, PlaneGroup symmetries, IReadOnlyList<ReportModel> models)
    {
        string[] names = [.. Enumerable.Range(0, symmetries.Order).Select(h => Numbers.Element(ElementName.Of(symmetries, h)))];
        string id = content.IdOf(test);
        IEnumerable<Fragment> pictures = gallery.Poses(test, symmetries, Side)
            .Zip(names, (picture, name) => TableMarkup.Cell(picture.Show($"{id} in pose {name}")));
        return Fragment.Of(
            $"""
            <div class="scroll"><table class="pictures">
            {TableMarkup.Head("", names)}<tbody><tr><td></td>{pictures}</tr>
            {models.Select(model => Row(content, model, test))}</tbody></table></div>

            """);
    }

    private static Fragment Row(ReportContent content, ReportModel model, int test)
    {
        IReadOnlyList<Logits> poses = model.First.Poses;
        return TableMarkup.Row(model.Label, poses.Select(pose => Answer(content, model, pose, test, poses[0].ClassOf(test))));
    }

    private static Fragment Answer(ReportContent content, ReportModel model, Logits pose, int test, int still)
    {
        int answer = pose.ClassOf(test);
        double probability = pose.Probabilities(test)[answer];
        string kind = answer == still ? "answer" : "answer other";
        Fragment said = Fragment.Of($"<b>{content.Classes[answer]}</b> {probability:0.00}<span class=\"bar\"><i></i></span>");
        return Fragment.Of($"<td><span class=\"{kind}\" style=\"{model.Colour}; --p: {probability:0.###}\">{said}</span></td>");
    }
}
