namespace GCnn.Augment;

/// <summary>How vectors change when the image moves by a map with the matrix <c>M</c>. For rotations and flips both are the same.</summary>
public enum VectorKind
{
    /// <summary>Differences of places, <c>M v</c>: displacements, velocities, directions along things.</summary>
    Displacement,

    /// <summary>Slopes of values, <c>M⁻ᵀ v</c>: a gradient is smaller where the image has grown.</summary>
    Gradient,
}
