using GCnn.Augment;
using GCnn.Experiments.Data;
using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;
using GCnn.Experiments.Reports;
using GCnn.Experiments.Reports.Html;
using GCnn.Experiments.Training;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Reports.Tests.Support;

/// <summary>Reports of runs that nobody trained: noise for images, and answers that are right as often as is asked.</summary>
internal static class MadeReport
{
    public const int Size = 17;

    /// <summary>Text that would be markup, a script or its end, or a new line of one, if it were not escaped.</summary>
    public const string Hostile = "</script><img src=x onerror=\"window.hacked=1\">'&amp;\u2028\u202e\u0000<!--]]>";

    /// <summary>The content of a report.</summary>
    public static ReportContent Content(GalaxyTask task, int objects, params IReadOnlyList<ModelRun> runs) =>
        new(Options(task), Data(task, objects), ReportModel.Of(runs, task.Reflection));

    /// <summary>Writes a report to a new file.</summary>
    public static string Write(GalaxyTask task, int objects, params IReadOnlyList<ModelRun> runs)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("gcnn-report-").FullName, "report.html");
        using GalaxyData data = Data(task, objects);
        new HtmlReport(Options(task), data, runs).Write(path);
        return path;
    }

    /// <summary>A run whose answers are right for the first objects of each class, and change with the pose where it is plain.</summary>
    public static ModelRun Run(string model, GalaxyTask task, int objects, double right, int seed = 0)
    {
        GroupChain group = ModelName.ParseList(model)[0].Groups;
        int classes = task.Classes.Count;
        int[] truth = [.. Enumerable.Range(0, objects).Select(i => i % classes)];
        PlaneGroup symmetries = group.Lattice is HexagonalLattice ? PlaneGroup.P6m : PlaneGroup.P4m;
        Logits[] poses =
        [
            .. Enumerable.Range(0, symmetries.Order).Select(h => Answers(truth, classes, right, group.Last.Order == 1 ? h : 0)),
        ];
        return new ModelRun(
            model, group.Last.Name, 1000, Scores.Of(poses[0].Predicted, truth), Invariance.Of(symmetries, poses),
            OwnInvariance.Of(symmetries, group.Last, poses), 1.5, 3)
        {
            Seed = seed, History = History(right), Symmetries = symmetries, Poses = poses, Truth = truth, MultiplyAdds = 12_345_678,
            Pictures = Pictures(group, classes),
        };
    }

    /// <summary>Pictures of an untrained net.</summary>
    public static ModelPictures Pictures(GroupChain group, int classes = 3)
    {
        using var generator = new Generator(5);
        using var net = new GalaxyNet(group, [2, 2, 2, 2, 3], classes, generator);
        using var view = new LatticeView(group.Lattice, Size);
        return ModelPictures.Of(net, view, Data(GalaxyTask.Morphology, 12));
    }

    private static GalaxyOptions Options(GalaxyTask task) => new(
        Hostile, null, task, ModelName.ParseList("z2,p4m"), Size, 3, null, 1500, 0, 1, null, null, new())
    {
        CommandLine = $"gcnn galaxy --data '{Hostile}'",
    };

    private static GalaxyData Data(GalaxyTask task, int objects)
    {
        int[] all = [.. Enumerable.Range(0, objects)];
        int side = GalaxyData.StoredSize(Size);
        float[] Image(int index)
        {
            var random = new SampleStream(7, 0, index);
            return [.. Enumerable.Range(0, 3 * side * side).Select(_ => (float)random.NextUniform(new Interval(0, 1)))];
        }

        var set = new GalaxySet(
            task, side, [.. all.Select(i => $"{Hostile}{i}")], [.. all.Select(i => i % task.Classes.Count)], [.. all.Select(Image)], []);
        return new GalaxyData(Hostile, set, all, all, set, all, new string('a', 64));
    }

    // Of each class the first objects are right; with the pose the others become another wrong class, or right.
    private static Logits Answers(int[] truth, int classes, double right, int pose)
    {
        int[] rank = [.. truth.Select((c, i) => truth.Take(i).Count(other => other == c))];
        double[] of = [.. truth.Select(c => (double)truth.Count(other => other == c))];
        int Answer(int i) => rank[i] < Math.Round(right * of[i]) ? truth[i] : (truth[i] + 1 + pose) % classes;
        return new Logits(
            [.. truth.SelectMany((_, i) => Enumerable.Range(0, classes).Select(c => c == Answer(i) ? 1 + (i % 5 / 2f) : 0))], classes);
    }

    private static EpochRecord[] History(double right) =>
    [
        .. Enumerable.Range(1, 3).Select(epoch => new EpochRecord(epoch, 1.0 / epoch, 0.01 / epoch, 1.5, new Dictionary<string, double>
        {
            [Metric.Loss.Name] = 1.2 / epoch, [Metric.BalancedAccuracy.Name] = right * epoch / 3,
        })),
    ];
}
