namespace GCnn.Layers;

/// <summary>Branches that read one image and are joined position by position, as in a residual block.</summary>
/// <param name="Branches">The layers of each branch, in the order in which they are applied; an empty one passes the image on.</param>
public sealed record BranchGeometry(IReadOnlyList<IReadOnlyList<EquivariantModule>> Branches) : LayerGeometry;
