namespace GCnn.Augment;

/// <summary>One of several augmentations, drawn for each sample by weights.</summary>
/// <remarks>
/// The choice and the numbers of the chosen one come from two draws, so that later steps draw the same whatever was chosen.
/// </remarks>
public sealed record OneOf : Combinator
{
    /// <summary>One of several augmentations.</summary>
    /// <param name="choices">At least one augmentation.</param>
    /// <param name="weights">
    /// A weight for each, at least 0 and not all 0: its probability is its part of their sum. If null, all are as likely.
    /// </param>
    /// <exception cref="ArgumentException">There is no choice, one is null, or the weights are not as said.</exception>
    public OneOf(ValueList<Augmentation> choices, ValueList<double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (choices.Count == 0)
        {
            throw new ArgumentException("OneOf needs at least one augmentation to choose from; it was given none.", nameof(choices));
        }

        (Choices, Weights) = (choices, weights);
        RequireChildren();
        double sum = weights?.Sum() ?? 1;
        if (weights is not null && (weights.Count != choices.Count || weights.Any(w => !(w >= 0)) || !double.IsFinite(sum) || sum == 0))
        {
            throw new ArgumentException(
                $"OneOf needs a weight for each of its {choices.Count} choices, at least 0 and not all 0; they were given as {weights}.",
                nameof(weights));
        }
    }

    /// <summary>The augmentations.</summary>
    public ValueList<Augmentation> Choices { get; }

    /// <summary>The weight of each; null where all are as likely.</summary>
    public ValueList<double>? Weights { get; }

    private protected override IReadOnlyList<Augmentation> Children => Choices;

    private protected override long MostSteps => Choices.Max(StepsOf);

    /// <summary>Draws the choice, then for the chosen one from a stream of its own.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        int chosen = Choose(stream.NextUnit());
        return new CombinedParameters([new ChildStep(chosen, Choices[chosen].Draw(new SampleStream(stream.NextKey())))]);
    }

    private int Choose(double unit)
    {
        if (Weights is null)
        {
            return (int)(unit * Choices.Count);
        }

        // The place among the weights laid end to end; a weight of 0 has no length and is never chosen.
        double place = unit * Weights.Sum();
        int last = 0;
        for (int i = 0; i < Weights.Count; i++)
        {
            if (Weights[i] > 0)
            {
                last = i;
                if (place < Weights[i])
                {
                    break;
                }
            }

            place -= Weights[i];
        }

        return last;
    }
}
