namespace GCnn.Layers;

/// <summary>How the points between those of a coarser image are filled.</summary>
public enum UpsamplingKind
{
    /// <summary>Each takes the value of the nearest; where several are equally near, their mean.</summary>
    Nearest,

    /// <summary>
    /// Linearly from the nearest on each axis, a pixel being divided into <c>s x s</c>; on hexagons linearly on the triangles of the coarse
    /// lattice.
    /// </summary>
    Bilinear,

    /// <summary>
    /// As <see cref="Bilinear"/> with the coarse points kept as points of the fine lattice, every <c>s</c>-th on each axis: what undoes a
    /// stride that starts at the border's pixels. On hexagons both are the same.
    /// </summary>
    Lattice,
}
