namespace GCnn.Augment;

/// <summary>
/// An augmentation several times over, each with numbers of its own: a fixed number of times, or one drawn for each sample.
/// </summary>
public sealed record Repeat : Combinator
{
    /// <summary>An augmentation a number of times that is drawn, uniform from the least to the most.</summary>
    /// <param name="step">The augmentation.</param>
    /// <param name="least">The least number of times, at least 0.</param>
    /// <param name="most">The greatest number of times, at most 1000; both equal fix it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The numbers are exchanged or out of range.</exception>
    /// <exception cref="ArgumentException">The augmentation is null, or a sample would take too many steps.</exception>
    public Repeat(Augmentation step, int least, int most)
    {
        if (least < 0 || most > 1000 || least > most)
        {
            throw new ArgumentOutOfRangeException(
                nameof(most),
                $"A step is repeated from a least to a greatest number of times, 0 to 1000; they were given as " +
                $"{least} and {most}.");
        }

        (Step, Least, Most) = (step, least, most);
        RequireChildren();
    }

    /// <summary>An augmentation a fixed number of times.</summary>
    /// <param name="step">The augmentation.</param>
    /// <param name="times">The number of times, from 0 to 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    /// <exception cref="ArgumentException">The augmentation is null, or a sample would take too many steps.</exception>
    public Repeat(Augmentation step, int times)
        : this(step, times, times)
    {
    }

    /// <summary>The augmentation.</summary>
    public Augmentation Step { get; }

    /// <summary>The least number of times.</summary>
    public int Least { get; }

    /// <summary>The greatest number of times.</summary>
    public int Most { get; }

    private protected override IReadOnlyList<Augmentation> Children => [Step];

    private protected override long MostSteps => Most * StepsOf(Step);

    /// <summary>Draws how often, then each time from a stream of their own.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        int times = Least + stream.NextIndex(Most - Least + 1);
        SampleStream own = new(stream.NextKey());
        return new CombinedParameters([.. Enumerable.Range(0, times).Select(_ => new ChildStep(0, Step.Draw(own)))]);
    }
}
