using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>A function of one number applied to every channel and position, <c>y[c](x) = φ(x[c](x))</c>.</summary>
/// <remarks>
/// It commutes with representations that permute channels, because permuting values and applying one function to each may be
/// exchanged. <b>Shapes:</b> <c>N x C x H x W -> N x C x H x W</c>. Source: [CohenWelling2016], section 6.2.
/// </remarks>
public sealed class PointwiseNonlinearity : EquivariantModule
{
    private readonly Func<Tensor, Tensor> _function;

    /// <summary>Builds the layer from any elementwise function.</summary>
    /// <param name="type">The type of its input and output.</param>
    /// <param name="function">A function that treats all elements alike.</param>
    /// <param name="name">The function's name.</param>
    /// <exception cref="ArgumentException">A field does not permute its channels.</exception>
    public PointwiseNonlinearity(FieldType type, Func<Tensor, Tensor> function, string name = nameof(PointwiseNonlinearity))
        : base(name, RequirePermutation(name, type), type)
    {
        ArgumentNullException.ThrowIfNull(function);
        _function = function;
    }

    /// <summary>The rectifier, <c>φ(x) = max(x, 0)</c>.</summary>
    /// <param name="type">The type of its input and output.</param>
    public static PointwiseNonlinearity ReLU(FieldType type) => new(type, x => x.relu(), nameof(ReLU));

    /// <summary>The leaky rectifier, <c>φ(x) = max(x, 0) + slope min(x, 0)</c>.</summary>
    /// <param name="type">The type of its input and output.</param>
    /// <param name="slope">The slope for negative numbers.</param>
    public static PointwiseNonlinearity LeakyReLU(FieldType type, double slope = 0.01) =>
        new(type, x => nn.functional.leaky_relu(x, slope), nameof(LeakyReLU));

    /// <summary>The exponential linear unit, <c>φ(x) = x</c> above 0 and <c>α (exp x − 1)</c> below.</summary>
    /// <param name="type">The type of its input and output.</param>
    /// <param name="alpha">The limit <c>α</c> for large negative numbers, up to sign.</param>
    public static PointwiseNonlinearity ELU(FieldType type, double alpha = 1) =>
        new(type, x => nn.functional.elu(x, alpha), nameof(ELU));

    /// <summary>The Gaussian error linear unit, <c>φ(x) = x Φ(x)</c>.</summary>
    /// <param name="type">The type of its input and output.</param>
    public static PointwiseNonlinearity GELU(FieldType type) => new(type, nn.functional.gelu, nameof(GELU));

    /// <summary>The sigmoid linear unit, <c>φ(x) = x / (1 + exp(−x))</c>.</summary>
    /// <param name="type">The type of its input and output.</param>
    public static PointwiseNonlinearity SiLU(FieldType type) => new(type, x => nn.functional.silu(x), nameof(SiLU));

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="type">The type of its input and output.</param>
    public static PointwiseNonlinearity Tanh(FieldType type) => new(type, x => x.tanh(), nameof(Tanh));

    /// <summary>The logistic function, <c>φ(x) = 1 / (1 + exp(−x))</c>.</summary>
    /// <param name="type">The type of its input and output.</param>
    public static PointwiseNonlinearity Sigmoid(FieldType type) => new(type, x => x.sigmoid(), nameof(Sigmoid));

    /// <summary>Applies the function.</summary>
    /// <param name="input">A tensor of the type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        return _function(input);
    }
}
