using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// Every output position reads the same position of the input, and all positions are treated alike; but what is done there commutes exactly
/// only with a subgroup of the point group, and with the other elements up to the error of sampling.
/// </summary>
/// <param name="Exact">The subgroup of the point group.</param>
public sealed record SampledGeometry(Subgroup Exact) : LayerGeometry;
