namespace GCnn.Layers;

public sealed partial class PolyphaseUpsampling : INotExportable
{
    (string Why, string Instead) INotExportable.Refusal => (
        "it needs the phases that a PolyphaseSampling elsewhere in the net chose, and is no function of its input alone",
        "use Upsampling instead");
}
