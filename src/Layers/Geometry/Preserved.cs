namespace GCnn.Layers;

/// <summary>
/// Which combinations of positions a layer of single positions may be exchanged with: it gives the same after them as before.
/// </summary>
[Flags]
public enum Preserved
{
    /// <summary>None is known.</summary>
    Nothing = 0,

    /// <summary>Means, as by an affine map of the channels.</summary>
    Means = 1,

    /// <summary>Maxima of channels, as by a function that grows.</summary>
    Maxima = 2,

    /// <summary>The numbers themselves, at most in another order of the fields.</summary>
    Numbers = 4,
}
