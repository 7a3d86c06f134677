namespace GCnn.Augment;

/// <summary>Augmentations one after the other: as a step of another combinator, what a <see cref="Pipeline"/> is as a whole.</summary>
public sealed record Sequence : Combinator
{
    /// <summary>The sequence of some augmentations, the first applied first. None leave images as they are.</summary>
    /// <param name="steps">The augmentations.</param>
    /// <exception cref="ArgumentException">One is null, or a sample would take too many steps.</exception>
    public Sequence(ValueList<Augmentation> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        Steps = steps;
        RequireChildren();
    }

    /// <summary>The augmentations, the first applied first.</summary>
    public ValueList<Augmentation> Steps { get; }

    private protected override IReadOnlyList<Augmentation> Children => Steps;

    private protected override long MostSteps => Steps.Sum(StepsOf);

    /// <summary>Draws for every step, in order, as a pipeline of the steps does.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new CombinedParameters([.. Steps.Select((step, place) => new ChildStep(place, step.Draw(stream)))]);
    }
}
