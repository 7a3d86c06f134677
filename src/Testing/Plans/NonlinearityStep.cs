namespace GCnn.Testing;

/// <summary>A nonlinearity in each channel alone, which commutes with permutations of channels.</summary>
/// <param name="Kind">The function.</param>
public sealed record NonlinearityStep(NonlinearityKind Kind) : NetStep
{
    /// <inheritdoc/>
    public override string? Fault(NetState state) => state.Type.IsPermutation
        ? null
        : $"{this}: needs fields that permute their channels; '{state.Type}' arrives.";

    /// <inheritdoc/>
    public override NetState Next(NetState state) => state;

    /// <summary>The function's name.</summary>
    public override string ToString() => $"{Kind} nonlinearity";

    internal override IEnumerable<NetStep> Simpler() => Kind == NonlinearityKind.Relu ? [] : [new NonlinearityStep(NonlinearityKind.Relu)];
}
