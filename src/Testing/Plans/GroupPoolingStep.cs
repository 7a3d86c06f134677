using GCnn.Groups;

namespace GCnn.Testing;

/// <summary>The maximum over the channels of each regular field, which makes one scalar field of it.</summary>
public sealed record GroupPoolingStep : NetStep
{
    /// <inheritdoc/>
    public override string? Fault(NetState state) => state.Type.Fields.All(field => field is RegularRepresentation)
        ? null
        : $"{this}: needs regular fields; '{state.Type}' arrives.";

    /// <inheritdoc/>
    public override NetState Next(NetState state) => state with { Type = FieldType.Trivial(state.Type.Group, state.Type.Fields.Count) };

    /// <summary>The step's name.</summary>
    public override string ToString() => "group pooling";
}
