using GCnn.Groups;

namespace GCnn.Augment;

/// <summary>How an <see cref="OrbitAverage"/> moves inputs and outputs, and how much it does at once.</summary>
public sealed record OrbitAverageOptions
{
    /// <summary>The type of the input; null for images whose channels do not turn, however many.</summary>
    public FieldType? Input { get; init; }

    /// <summary>
    /// The type of the model's output: of images (<c>N x C x H x W</c>) or of vectors (<c>N x C</c>), such as scores of classes that the
    /// group exchanges (<see cref="ClassFields"/>). Null if the average is to be invariant.
    /// </summary>
    public FieldType? Output { get; init; }

    /// <summary>
    /// How many elements go through the model in one pass, stacked in one batch: more is faster on small batches and takes as much more
    /// memory. At least 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int ElementsPerPass
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(ElementsPerPass),
                $"A pass of an orbit average takes at least 1 element; it was asked for {value}. int.MaxValue takes " +
                "all at once.");
    } = 1;

    /// <summary>Whether it averages in training mode, too; otherwise the model is then called once, as it is.</summary>
    public bool WhileTraining { get; init; }
}
