using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Every output position reads the same position of the input, and all positions are treated alike.</summary>
/// <param name="ExactUnder">
/// The group under which what happens at each position is exact; null where that is the whole group of the layer's types. A function of
/// samples of a band-limited field, for instance, is exact under the group that permutes the samples.
/// </param>
public sealed record PointwiseGeometry(PlaneGroup? ExactUnder = null) : LayerGeometry
{
    /// <summary>
    /// Whether an output also depends on all positions together, without regard to where they are, as statistics over the image do.
    /// </summary>
    public bool SeesAll { get; init; }

    /// <summary>What the layer may be exchanged with, and so may stand between what breaks a symmetry and what heals it.</summary>
    public Preserved Preserves { get; init; }
}
