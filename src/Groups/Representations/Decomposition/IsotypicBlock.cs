namespace GCnn.Groups;

/// <summary>One copy of an irrep inside a representation, at neighbouring coordinates of the isotypic basis.</summary>
/// <param name="Irrep">The irrep.</param>
/// <param name="Copy">The number of the copy, from 0 to the multiplicity less 1.</param>
/// <param name="Offset">The first of its <c>Irrep.Dimension</c> coordinates.</param>
public readonly record struct IsotypicBlock(Irrep Irrep, int Copy, int Offset);
