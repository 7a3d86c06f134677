namespace GCnn.Experiments.Data.Sky;

/// <summary>Everything that decides one synthetic picture, so that it can be drawn, drawn again, and mirrored.</summary>
/// <param name="Id">Unique name: seed and index.</param>
/// <param name="Label">One of <see cref="GalaxyLabel.All"/>.</param>
/// <param name="Components">The galaxy in the middle and its neighbours; light adds up.</param>
/// <param name="Seeing">Standard deviation of the blur, as a part of the frame's side.</param>
/// <param name="Grain">Standard deviation of the noise's correlation, as a part of the frame's side.</param>
/// <param name="NoiseSeed">Starts the noise's stream.</param>
/// <param name="Mirrored">Whether the noise is laid from right to left.</param>
public sealed record SkyObject(
    string Id, string Label, IReadOnlyList<SkyComponent> Components, double Seeing, double Grain, ulong NoiseSeed, bool Mirrored)
{
    /// <summary>The same object seen in a mirror that swaps left and right: its picture is the mirror image, byte for byte, and a spiral
    /// changes its hand.</summary>
    public SkyObject Mirror() => this with
    {
        Label = GalaxyLabel.Mirror(Label),
        Components = [.. Components.Select(component => component.Mirror())],
        Mirrored = !Mirrored,
    };
}
