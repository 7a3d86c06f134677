using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class AveragePooling : IExportable
{
    /// <summary>An <c>AvgPool2d</c>; on hexagons a <c>Conv2d</c> of each channel with what centres it and a mask.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => OnHexagons
        ? ExportWeights(context, Array.ConvertAll(_cells, cell => cell / _cells.Sum()))
        : nn.AvgPool2d(KernelSize, Stride, Padding);
}
