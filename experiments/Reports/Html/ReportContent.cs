using GCnn.Experiments.Galaxy;

namespace GCnn.Experiments.Reports.Html;

/// <summary>What a report tells of.</summary>
/// <param name="Options">The run's options.</param>
/// <param name="Data">Its data.</param>
/// <param name="Models">Its models.</param>
internal sealed record ReportContent(GalaxyOptions Options, GalaxyData Data, IReadOnlyList<ReportModel> Models)
{
    /// <summary>The names of the classes.</summary>
    public IReadOnlyList<string> Classes => Options.Task.Classes;

    /// <summary>Where the galaxies come from.</summary>
    public string Source => Options.Data is null ? "a synthetic sky" : Data.Name;

    /// <summary>The models that named classes.</summary>
    public IReadOnlyList<ReportModel> Classifiers => [.. Models.Where(model => model.HasAnswers)];

    /// <summary>The names of the models, in their order, which is that of their colours.</summary>
    public IReadOnlyList<string> Names => [.. Models.Select(model => model.Name)];

    /// <summary>Whether some model was trained with several seeds.</summary>
    public bool HasSeeds => Models.Any(model => model.Runs.Count > 1);

    /// <summary>Whether a reflection of the image changes the class it deserves.</summary>
    public bool ReflectionsMatter => !Options.Task.Reflection.SequenceEqual(Enumerable.Range(0, Options.Task.Reflection.Count));

    /// <summary>The id of a test object.</summary>
    /// <param name="test">Its number among the test objects.</param>
    public string IdOf(int test) => Data.TestSet.ObjectIds[Data.Test[test]];
}
