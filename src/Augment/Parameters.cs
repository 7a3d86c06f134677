namespace GCnn.Augment;

/// <summary>What a pipeline drew for one sample, step by step. Equal when the steps are equal.</summary>
public sealed record Parameters
{
    private readonly StepParameters[] _steps;

    internal Parameters(StepParameters[] steps) => _steps = steps;

    /// <summary>The parameters of each step, in the pipeline's order.</summary>
    public IReadOnlyList<StepParameters> Steps => _steps;

    /// <summary>
    /// Whether the sample comes out mirrored: the product of the determinants of all geometric steps is negative. Labels that name a
    /// hand, such as a spiral's winding, then change sides.
    /// </summary>
    public bool IsReflection => _steps.Count(step => step.IsReflection) % 2 == 1;

    /// <summary>Whether the steps are equal.</summary>
    /// <param name="other">The parameters to compare with.</param>
    public bool Equals(Parameters? other) => other is not null && _steps.AsSpan().SequenceEqual(other._steps);

    /// <inheritdoc/>
    public override int GetHashCode() => _steps.Aggregate(_steps.Length, HashCode.Combine);

    /// <summary>The steps, in order.</summary>
    public override string ToString() => string.Join("; ", _steps.AsEnumerable());
}
