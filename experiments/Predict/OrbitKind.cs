namespace GCnn.Experiments.Predict;

/// <summary>Under which symmetries an image is looked at again, to see how far the answer changes.</summary>
public enum OrbitKind
{
    /// <summary>Those of the net's own group, under which the answer should not change at all.</summary>
    Own,

    /// <summary>All of the lattice: p4m on squares, p6m on hexagons.</summary>
    Lattice,

    /// <summary>None: one forward pass for each image, and nothing is said of its orbit.</summary>
    None,
}
