namespace GCnn.Experiments.Data;

/// <summary>A question asked of galaxies: its classes, which labels answer it, and what a reflection of the image does to the answer.</summary>
public sealed class GalaxyTask
{
    private readonly Dictionary<string, int> _classOf;

    private GalaxyTask(string name, params (string Class, string[] Labels)[] classes)
    {
        Name = name;
        Classes = [.. classes.Select(c => c.Class)];
        _classOf = classes.SelectMany((c, index) => c.Labels.Select(label => (label, index))).ToDictionary(p => p.label, p => p.index);
        Reflection = [.. classes.Select(c => _classOf[GalaxyLabel.Mirror(c.Labels[0])])];
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

    /// <summary>Every task.</summary>
    public static IReadOnlyList<GalaxyTask> All { get; } = [Morphology, Handedness];

    /// <summary>The task's name on the command line.</summary>
    public string Name { get; }

    /// <summary>Names of the classes; a class is known by its index here.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>How a reflection of the image acts on classes: class <c>c</c> becomes <c>Reflection[c]</c>. The identity for morphology, the
    /// swap for handedness. Rotations keep every class.</summary>
    public IReadOnlyList<int> Reflection { get; }

    /// <summary>The class of a label, or null where the task does not use it.</summary>
    /// <exception cref="ArgumentException">The label is not one of <see cref="GalaxyLabel.All"/>.</exception>
    public int? ClassOf(string label)
    {
        if (!GalaxyLabel.All.Contains(label))
            throw new ArgumentException($"'{label}' is not a known class; known are {string.Join(", ", GalaxyLabel.All)}.", nameof(label));
        return _classOf.TryGetValue(label, out var index) ? index : null;
    }

    /// <summary>The task's name.</summary>
    public override string ToString() => Name;
}
