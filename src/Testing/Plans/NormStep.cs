namespace GCnn.Testing;

/// <summary>Batch normalization whose statistics are shared by the channels of each field. Divides, so it leaves the integers.</summary>
public sealed record NormStep : NetStep
{
    /// <inheritdoc/>
    public override string? Fault(NetState state) => state.Type.IsPermutation
        ? null
        : $"{this}: needs fields that permute their channels; '{state.Type}' arrives.";

    /// <inheritdoc/>
    public override NetState Next(NetState state) => state;

    /// <summary>The step's name.</summary>
    public override string ToString() => "batch normalization";
}
