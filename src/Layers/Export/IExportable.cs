using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>A layer that can be turned into plain TorchSharp modules.</summary>
public interface IExportable
{
    /// <summary>
    /// Modules of TorchSharp's own, such as <c>Conv2d</c>, with copies of the present weights, which compute in evaluation what this layer
    /// computes in evaluation.
    /// </summary>
    /// <remarks><b>Shapes:</b> those of the layer.</remarks>
    nn.Module<Tensor, Tensor> Export();
}
