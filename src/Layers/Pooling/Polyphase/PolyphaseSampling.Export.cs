namespace GCnn.Layers;

public sealed partial class PolyphaseSampling : INotExportable
{
    (string Why, string Instead) INotExportable.Refusal => (
        "it keeps another phase of each image, and decides between phases of equal norm by comparing whole images in all their poses",
        "use a convolution or BinomialPooling with a stride instead");
}
