using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Makes the certificates of single layers of a net, from the rules of docs/exactness.md.</summary>
/// <param name="group">The plane group of the net's input.</param>
internal sealed class LayerCertifier(PlaneGroup group)
{
    /// <summary>The certificate of a layer at its place.</summary>
    public LayerCertificate For(PlacedLayer layer)
    {
        PlaneGroup own = layer.Module.OutputType.Group;
        int[] asked = layer.Output is { } output ? Asked(own, output) : [0];
        int[] elements = layer.Output is null ? asked : [.. asked.Where(Kept(layer).Contains)];
        Exactness exactness = layer.Output is null ? Exactness.Unknown
            : elements.Length < asked.Length ? Exactness.Partial
            : own.IsExact ? Exactness.Exact : Exactness.Approximate;
        Subgroup subgroup = PointElements.AsSubgroup(group, elements);
        string reason = CertificateReason.Of(layer, exactness) + OneWay(elements, subgroup);
        return new LayerCertificate(
            layer.Path, layer.Module.GetName(), layer.Input?.Size, layer.Output?.Size, exactness, elements, subgroup,
            SubgroupNames.Of(group, subgroup), layer.Alone?.Shifts, reason);
    }

    /// <summary>Those elements of the net's input that a layer's output group has and that keep the lattice.</summary>
    public static int[] Asked(PlaneGroup own, WalkState output) =>
        [.. own.ElementsOf(own.LatticeGroup).Select(h => output.Elements[h]).Order()];

    /// <summary>The elements of the net's input with which the layer commutes.</summary>
    private static HashSet<int> Kept(PlacedLayer layer) =>
        [.. layer.Alone!.Commuting(layer.Module.OutputType.Group).Select(h => layer.Output!.Elements[h])];

    private static string OneWay(int[] elements, Subgroup subgroup) => elements.Length > subgroup.Order
        ? $"; elements {string.Join(", ", elements.Where(h => !subgroup.Contains(h)))}, which exchange height and width, commute too, " +
            "but form no group with these"
        : string.Empty;
}
