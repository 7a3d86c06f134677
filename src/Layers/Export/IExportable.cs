using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// A module that can be turned into plain ones: TorchSharp's own, such as <c>Conv2d</c>, and where it has none, the few of this library
/// whose names begin with <c>Plain</c>, which know numbers and no groups. <see cref="PlainNet"/> turns whole nets.
/// </summary>
public interface IExportable
{
    /// <summary>
    /// Plain modules with copies of the present weights, which compute in evaluation what this module computes in evaluation.
    /// </summary>
    /// <remarks><b>Shapes:</b> those of the module.</remarks>
    /// <param name="context">Where the module stands in the net, the type of its numbers, and the way to export modules inside it.</param>
    /// <exception cref="NotSupportedException">No plain modules compute that; the message names the layer and says why.</exception>
    nn.Module<Tensor, Tensor> Export(ExportContext context);
}
