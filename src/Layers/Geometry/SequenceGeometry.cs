namespace GCnn.Layers;

/// <summary>Layers one after another.</summary>
/// <param name="Modules">The layers in the order in which they are applied.</param>
public sealed record SequenceGeometry(IReadOnlyList<EquivariantModule> Modules) : LayerGeometry;
