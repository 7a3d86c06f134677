using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>What one layer of a net is on images of the net's size.</summary>
/// <param name="Path">
/// Where it stands, by the names of the state dict: <c>features.1</c> is layer 1 of <c>features</c>, <c>3[0].1</c> layer 1 of branch 0 of
/// layer 3.
/// </param>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">The size of its input; null where there are no positions or the size is not known.</param>
/// <param name="Output">The size of its output, likewise.</param>
/// <param name="OutputType">The type of its output; null for a plain module.</param>
/// <param name="Channels">The channels of its output; null where they are not known.</param>
/// <param name="FreeParameters">The numbers that are trained and saved. Weights shared with an earlier layer are counted there.</param>
/// <param name="ExpandedParameters">
/// The numbers of the ordinary filter and bias that it runs, at the points of its stencil; other parameters count as they are.
/// </param>
/// <param name="Field">What one position of its output depends on; null where it is not known, and for feature vectors.</param>
/// <param name="MultiplyAdds">
/// The multiplications by weights, each with an addition, for one image with the expanded filter; null where sizes are not known.
/// </param>
/// <param name="Fourier">What the same costs by way of the group's Fourier transform; null for layers that it does not serve.</param>
/// <param name="Certificate">What it commutes with; null for a plain module.</param>
public sealed record LayerSummary(
    string Path, string Name, ImageSize? Input, ImageSize? Output, FieldType? OutputType, long? Channels, long FreeParameters,
    long ExpandedParameters, ReceptiveField? Field, long? MultiplyAdds, FourierCost? Fourier, LayerCertificate? Certificate)
{
    /// <summary>The name after the path.</summary>
    public string Title => Path.Length == 0 ? Name : $"{Path} {Name}";

    /// <summary>Title, output, parameters and multiply-adds.</summary>
    public override string ToString() => $"{Title}: {OutputType?.ToString() ?? $"{Channels} channels"} on {Output?.ToString() ?? "-"}, " +
        $"{FreeParameters} parameters, {MultiplyAdds?.ToString() ?? "unknown"} multiply-adds";
}
