using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>A function of one number applied to every channel and position, <c>y[c](x) = φ(x[c](x))</c>.</summary>
/// <remarks>
/// It commutes with representations that permute channels, because permuting values and applying one function to each may be
/// exchanged; an odd function also with those that permute them up to signs. Outside a hexagon zeros stay zeros, whatever <c>φ(0)</c> is.
/// <b>Shapes:</b> <c>N x C x H x W -> N x C x H x W</c>. Source: [CohenWelling2016], section 6.2.
/// </remarks>
public sealed partial class PointwiseNonlinearity : EquivariantModule, IGeometric
{
    private readonly Func<Tensor, Tensor> _function;
    private readonly bool _keepsZero;
    private readonly Func<nn.Module<Tensor, Tensor>>? _plain;

    /// <summary>Builds the layer from any elementwise function.</summary>
    /// <param name="type">The type of its input and output.</param>
    /// <param name="function">A function that treats all elements alike.</param>
    /// <param name="name">The function's name.</param>
    /// <exception cref="ArgumentException">A field does not permute its channels.</exception>
    public PointwiseNonlinearity(FieldType type, Func<Tensor, Tensor> function, string name = nameof(PointwiseNonlinearity))
        : this(type, function, name, keepsZero: false)
    {
    }

    private PointwiseNonlinearity(
        FieldType type, Func<Tensor, Tensor> function, string name, bool keepsZero, Func<nn.Module<Tensor, Tensor>>? plain = null,
        bool isOdd = false)
        : base(name, isOdd ? RequireSigns(name, type) : RequirePermutation(name, type), type)
    {
        ArgumentNullException.ThrowIfNull(function);
        (_function, _keepsZero, _plain) = (function, keepsZero, plain);
    }

    /// <summary>The rectifier, <c>φ(x) = max(x, 0)</c>.</summary>
    /// <param name="type">The type of its input and output.</param>
    public static PointwiseNonlinearity ReLU(FieldType type) =>
        new(type, x => x.relu(), nameof(ReLU), keepsZero: true, () => nn.ReLU()) { IsRectifier = true };

    /// <summary>The leaky rectifier, <c>φ(x) = max(x, 0) + slope min(x, 0)</c>.</summary>
    /// <param name="type">The type of its input and output.</param>
    /// <param name="slope">The slope for negative numbers.</param>
    public static PointwiseNonlinearity LeakyReLU(FieldType type, double slope = 0.01) =>
        new(type, x => nn.functional.leaky_relu(x, slope), nameof(LeakyReLU), keepsZero: true, () => nn.LeakyReLU(slope));

    /// <summary>The exponential linear unit, <c>φ(x) = x</c> above 0 and <c>α (exp x − 1)</c> below.</summary>
    /// <param name="type">The type of its input and output.</param>
    /// <param name="alpha">The limit <c>α</c> for large negative numbers, up to sign.</param>
    public static PointwiseNonlinearity ELU(FieldType type, double alpha = 1) =>
        new(type, x => nn.functional.elu(x, alpha), nameof(ELU), keepsZero: true, () => nn.ELU(alpha));

    /// <summary>The Gaussian error linear unit, <c>φ(x) = x Φ(x)</c>.</summary>
    /// <param name="type">The type of its input and output.</param>
    public static PointwiseNonlinearity GELU(FieldType type) =>
        new(type, nn.functional.gelu, nameof(GELU), keepsZero: true, () => nn.GELU());

    /// <summary>The sigmoid linear unit, <c>φ(x) = x / (1 + exp(−x))</c>.</summary>
    /// <param name="type">The type of its input and output.</param>
    public static PointwiseNonlinearity SiLU(FieldType type) =>
        new(type, x => nn.functional.silu(x), nameof(SiLU), keepsZero: true, () => nn.SiLU());

    /// <summary>The hyperbolic tangent, which is <see cref="Odd"/>.</summary>
    /// <param name="type">The type of its input and output, of fields that permute their channels up to signs.</param>
    /// <exception cref="ArgumentException">A field's matrices are not permutations up to signs; the message names it.</exception>
    public static PointwiseNonlinearity Tanh(FieldType type) =>
        new(type, x => x.tanh(), nameof(Tanh), keepsZero: true, () => nn.Tanh(), isOdd: true);

    /// <summary>The smooth rectifier, <c>φ(x) = log(1 + exp(β x)) / β</c>.</summary>
    /// <param name="type">The type of its input and output.</param>
    /// <param name="beta">The sharpness <c>β</c>, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sharpness is not above 0.</exception>
    public static PointwiseNonlinearity Softplus(FieldType type, double beta = 1) => beta > 0
        ? new(type, x => nn.functional.softplus(x, beta), nameof(Softplus), keepsZero: false, () => nn.Softplus(beta))
        : throw new ArgumentOutOfRangeException(nameof(beta), $"{nameof(Softplus)}: beta is {beta}; it must be above 0.");

    /// <summary>The logistic function, <c>φ(x) = 1 / (1 + exp(−x))</c>.</summary>
    /// <param name="type">The type of its input and output.</param>
    public static PointwiseNonlinearity Sigmoid(FieldType type) =>
        new(type, x => x.sigmoid(), nameof(Sigmoid), keepsZero: false, () => nn.Sigmoid());

    /// <summary>Whether the function is the rectifier.</summary>
    internal bool IsRectifier { get; private init; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry
    {
        Preserves = GetName() is nameof(ReLU) or nameof(LeakyReLU) or nameof(ELU) or nameof(Tanh) or nameof(Sigmoid)
            ? Preserved.Maxima
            : Preserved.Nothing,
    };

    /// <summary>Applies the function.</summary>
    /// <param name="input">A tensor of the type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        if (_keepsZero || !OnHexagons)
        {
            return _function(input);
        }

        using var scope = NewDisposeScope();
        return Masked(_function(input)).MoveToOuterDisposeScope();
    }
}
