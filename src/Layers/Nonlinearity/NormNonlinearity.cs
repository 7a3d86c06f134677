using GCnn.Groups;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// A function of each field's norm, which keeps the field's direction: <c>y_f = φ(‖x_f‖ + b_f) x_f / ‖x_f‖</c>, and 0 where <c>x_f</c>
/// is 0.
/// </summary>
/// <remarks>
/// Orthogonal matrices keep norms, so it commutes with every representation. The bias <c>b_f</c> is learnt, one for each field; with
/// <c>φ = ReLU</c> it is the length below which a field is silenced. <b>Shapes:</b> <c>N x C x H x W -> N x C x H x W</c>.
/// Source: [Worrall2017], section 4.3; [WeilerCesa2019], section 2.6.
/// </remarks>
public sealed partial class NormNonlinearity : EquivariantModule, IGeometric
{
    private static readonly Func<Tensor, Tensor> Rectify = x => x.relu();

    private readonly Func<Tensor, Tensor> _function;
    private readonly Parameter bias;

    /// <summary>Builds the layer with <c>φ = ReLU</c> and every bias 0.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    public NormNonlinearity(FieldType type)
        : this(type, Rectify)
    {
    }

    /// <summary>Builds the layer from any elementwise function, with every bias 0.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="function">The function <c>φ</c> of the norms.</param>
    public NormNonlinearity(FieldType type, Func<Tensor, Tensor> function)
        : base(nameof(NormNonlinearity), type, type)
    {
        ArgumentNullException.ThrowIfNull(function);
        _function = function;
        bias = new Parameter(zeros(type.Fields.Count));
        RegisterComponents();
    }

    /// <summary>The biases <c>b_f</c>, one for each field.</summary>
    public Parameter Bias => bias;

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry();

    /// <summary>Applies the function to the norms.</summary>
    /// <param name="input">A tensor of the type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        return BlockByBlock(block => Scale(input, block)).MoveToOuterDisposeScope();
    }

    private Tensor Scale(Tensor input, FieldBlock block)
    {
        Tensor fields = BlockFields.Of(input, block);
        (Tensor norm, Tensor divisor) = BlockFields.Norms(fields);
        Tensor shift = bias.narrow(0, block.FirstField, block.Fields).view(1, block.Fields, 1, 1);
        return (fields * (_function(norm + shift) / divisor).unsqueeze(2))
            .reshape(input.size(0), block.Channels, input.size(2), input.size(3));
    }
}
