namespace GCnn.Augment;

/// <summary>What a combinator drew for one sample: its children's turns, the first applied first.</summary>
/// <param name="Turns">The turns; none leave the image as it is.</param>
public sealed record CombinedParameters(ValueList<ChildStep> Turns) : StepParameters
{
    /// <summary>Whether an odd number of the turns are reflections.</summary>
    public override bool IsReflection => Turns.Count(turn => turn.Parameters.IsReflection) % 2 == 1;
}
