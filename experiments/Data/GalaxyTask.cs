using GCnn.Data;

namespace GCnn.Experiments.Data;

/// <summary>A question asked of galaxies: its classes, which labels answer it, and what a reflection of the image does to the answer.</summary>
public sealed class GalaxyTask
{
    private const string AsLabelledName = "classes";
    private const string VotesName = "votes";

    private readonly Dictionary<string, int> _classOf;

    private GalaxyTask(string name, params (string Class, string[] Labels)[] classes)
    {
        Name = name;
        Classes = OutputNames = [.. classes.Select(c => c.Class)];
        _classOf = classes.SelectMany((c, index) => c.Labels.Select(label => (label, index))).ToDictionary(p => p.label, p => p.index);
        Reflection = [.. classes.Select(c => _classOf[GalaxyLabel.Mirror(c.Labels[0])])];
        TakesAnyLabel = false;
    }

    private GalaxyTask(string name, IReadOnlyList<string> classes)
    {
        (Name, Classes, OutputNames) = (name, [.. classes], [.. classes]);
        _classOf = classes.Index().ToDictionary(c => c.Item, c => c.Index);
        Reflection = [.. Enumerable.Range(0, classes.Count)];
        TakesAnyLabel = true;
    }

    /// <summary>Smooth, spiral (of either hand) or edge-on; mergers are not used. A reflection keeps the class.</summary>
    public static GalaxyTask Morphology { get; } = new("morphology",
        ("smooth", [GalaxyLabel.Smooth]),
        ("spiral", [GalaxyLabel.SpiralClockwise, GalaxyLabel.SpiralAnticlockwise]),
        ("edge-on", [GalaxyLabel.EdgeOn]));

    /// <summary>Clockwise or anticlockwise spiral; others are not used. A reflection swaps the classes.</summary>
    public static GalaxyTask Handedness { get; } = new("handedness",
        ("clockwise", [GalaxyLabel.SpiralClockwise]),
        ("anticlockwise", [GalaxyLabel.SpiralAnticlockwise]));

    /// <summary>Whatever classes the data have, which are known when they are read: <see cref="Of"/>.</summary>
    public static GalaxyTask AsLabelled { get; } = new(AsLabelledName, Array.Empty<string>());

    /// <summary>
    /// The fractions of votes for the 37 answers of Galaxy Zoo 2. Its classes are the answers to the first question, by which objects are
    /// counted. No answer tells the hands of a galaxy apart, so a reflection keeps all of them. Source: [Willett2013].
    /// </summary>
    public static GalaxyTask Votes { get; } =
        new(VotesName, ["smooth", "featured", "artefact"]) { OutputNames = [.. GalaxyZooVotes.Columns] };

    /// <summary>The tasks whose classes are known beforehand.</summary>
    public static IReadOnlyList<GalaxyTask> All { get; } = [Morphology, Handedness];

    /// <summary>The task's name on the command line.</summary>
    public string Name { get; }

    /// <summary>Names of the classes; a class is known by its index here.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>What the numbers that a net gives are about, in their order: the classes, or the answers that get votes.</summary>
    public IReadOnlyList<string> OutputNames { get; private init; }

    /// <summary>The numbers that a net gives.</summary>
    public int Outputs => OutputNames.Count;

    /// <summary>How a reflection of the image acts on classes: class <c>c</c> becomes <c>Reflection[c]</c>. The identity for morphology, the
    /// swap for handedness. Rotations keep every class.</summary>
    public IReadOnlyList<int> Reflection { get; }

    /// <summary>Whether its classes are those that the data have: <see cref="AsLabelled"/>, or what <see cref="Of"/> made of it.</summary>
    public bool IsAsLabelled => TakesAnyLabel && Name != VotesName;

    private bool TakesAnyLabel { get; }

    /// <summary>The task to tell some classes apart; a reflection keeps each of them.</summary>
    /// <param name="classes">The classes' names.</param>
    public static GalaxyTask Of(IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        return new GalaxyTask($"{AsLabelledName}-{classes.Count}", classes);
    }

    /// <summary>The task of a name: of one of <see cref="All"/>, of <see cref="Votes"/>, or of one that <see cref="Of"/> made, whose classes are then called by
    /// their numbers.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The task, or null where there is none of that name.</returns>
    public static GalaxyTask? Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string start = $"{AsLabelledName}-";
        bool counts = name.StartsWith(start, StringComparison.Ordinal);
        return counts && int.TryParse(name.AsSpan(start.Length), out int count) && count is >= 2 and <= 1000
            ? Of([.. Enumerable.Range(0, count).Select(c => $"{c}")])
            : All.Append(Votes).FirstOrDefault(task => task.Name == name);
    }

    /// <summary>Whether a label is one that the task uses or knowingly leaves out.</summary>
    /// <param name="label">The label.</param>
    public bool Knows(string label) => TakesAnyLabel ? _classOf.ContainsKey(label) : GalaxyLabel.All.Contains(label);

    /// <summary>The class of a label, or null where the task does not use it.</summary>
    /// <exception cref="ArgumentException">The task does not know the label.</exception>
    public int? ClassOf(string label)
    {
        if (!Knows(label))
        {
            var known = TakesAnyLabel ? Classes : GalaxyLabel.All;
            throw new ArgumentException($"'{label}' is not a known class; known are {string.Join(", ", known)}.", nameof(label));
        }

        return _classOf.TryGetValue(label, out var index) ? index : null;
    }

    /// <summary>The task's name.</summary>
    public override string ToString() => Name;
}
