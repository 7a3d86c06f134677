using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>A power of each number, <c>x^p</c>: squares, roots, and one over roots.</summary>
/// <remarks>In ONNX it is <c>Pow</c>. <b>Shapes:</b> any to the same.</remarks>
/// <param name="exponent">The exponent <c>p</c>.</param>
public sealed class PlainPower(double exponent) : nn.Module<Tensor, Tensor>(nameof(PlainPower))
{
    /// <summary>The exponent.</summary>
    public double Exponent => exponent;

    /// <summary>Takes the powers.</summary>
    /// <param name="input">Any tensor.</param>
    public override Tensor forward(Tensor input) => input.pow(exponent);
}
