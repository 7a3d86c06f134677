namespace GCnn.Augment;

/// <summary>An augmentation that happens with a probability; otherwise the image stays as it is.</summary>
public sealed record WithProbability : Combinator
{
    /// <summary>An augmentation that happens with a probability.</summary>
    /// <param name="probability">The probability, from 0 to 1.</param>
    /// <param name="step">The augmentation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not from 0 to 1.</exception>
    /// <exception cref="ArgumentException">The augmentation is null.</exception>
    public WithProbability(double probability, Augmentation step)
    {
        Probability = probability is >= 0 and <= 1
            ? probability
            : throw new ArgumentOutOfRangeException(
                nameof(probability),
                "A probability is from 0 to 1; it was given as " +
                $"{probability}.{(probability > 1 ? " Is it in per cent?" : string.Empty)}");
        Step = step;
        RequireChildren();
    }

    /// <summary>The probability.</summary>
    public double Probability { get; }

    /// <summary>The augmentation.</summary>
    public Augmentation Step { get; }

    private protected override IReadOnlyList<Augmentation> Children => [Step];

    private protected override long MostSteps => StepsOf(Step);

    /// <summary>Draws whether it happens, and if so what, from a stream of its own.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        bool happens = stream.NextUnit() < Probability;
        SampleStream own = new(stream.NextKey());
        return new CombinedParameters(happens ? [new ChildStep(0, Step.Draw(own))] : []);
    }
}
