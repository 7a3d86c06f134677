namespace GCnn.Groups;

/// <summary>One orbit of a permutation representation, at neighbouring coordinates of the orbits' basis.</summary>
/// <param name="Representation">The trivial, regular or quotient representation that acts on it.</param>
/// <param name="Offset">The first of its <c>Representation.Dimension</c> coordinates.</param>
public readonly record struct OrbitBlock(PermutationRepresentation Representation, int Offset);
