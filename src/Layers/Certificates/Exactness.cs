namespace GCnn.Layers;

/// <summary>How exact a layer or a net is at a given size.</summary>
public enum Exactness
{
    /// <summary>It commutes exactly with every element of the point group.</summary>
    Exact,

    /// <summary>
    /// It commutes exactly with every element that keeps the lattice; the group has others, such as turns by 1/8, which act on images by
    /// interpolation and therefore up to the error of sampling.
    /// </summary>
    Approximate,

    /// <summary>It commutes exactly with some of the elements that keep the lattice, and not with the others.</summary>
    Partial,

    /// <summary>A layer does not say how its outputs stand on the image, so nothing is certified.</summary>
    Unknown,
}
