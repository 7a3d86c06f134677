using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Fields of any type, each multiplied by a function of a scalar field of its own: <c>y_f(x) = σ(s_f(x)) x_f(x)</c>.</summary>
/// <remarks>
/// The input holds the gates <c>s_f</c>, one trivial field each, before the fields: the convolution in front makes both. A scalar commutes
/// with every matrix, so the layer commutes with every representation. Fields that permute their channels may be given a function of each
/// channel instead, as is usual, and then need no gate.
/// <b>Shapes:</b> <c>N x (gates + C) x H x W -> N x C x H x W</c>. Source: [Weiler2018]; [WeilerCesa2019], section 2.6.
/// </remarks>
public sealed partial class GatedNonlinearity : EquivariantModule, IGeometric
{
    private static readonly Func<Tensor, Tensor> Logistic = x => x.sigmoid();

    private readonly Func<Tensor, Tensor> _gate;
    private readonly Func<Tensor, Tensor>? _pointwise;

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its output, of any representations; the input has the gates before it.</param>
    /// <param name="gate">The function <c>σ</c>; the logistic function if null.</param>
    /// <param name="pointwise">
    /// An elementwise function for the fields that permute their channels; if null they are gated as the others are.
    /// </param>
    public GatedNonlinearity(FieldType type, Func<Tensor, Tensor>? gate = null, Func<Tensor, Tensor>? pointwise = null)
        : base(nameof(GatedNonlinearity), WithGates(type, pointwise is null), type) =>
        (_gate, _pointwise) = (gate ?? Logistic, pointwise);

    /// <summary>The number of gates, which are the first channels of the input.</summary>
    public int Gates => InputType.Channels - OutputType.Channels;

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry();

    /// <summary>Opens and closes the gates.</summary>
    /// <param name="input">A tensor of the input type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        Tensor gates = _gate(input.narrow(1, 0, Gates)), fields = input.narrow(1, Gates, OutputType.Channels);
        List<Tensor> parts = [];
        int next = 0;
        foreach (FieldBlock block in OutputType.Blocks)
        {
            bool gated = IsGated(block.Representation, _pointwise is null);
            parts.Add(gated
                ? Scale(fields, gates.narrow(1, next, block.Fields), block)
                : _pointwise!(fields.narrow(1, block.Offset, block.Channels)));
            next += gated ? block.Fields : 0;
        }

        return Masked(cat(parts, 1)).MoveToOuterDisposeScope();
    }

    private static Tensor Scale(Tensor fields, Tensor gates, FieldBlock block) =>
        (BlockFields.Of(fields, block) * gates.unsqueeze(2)).reshape(fields.size(0), block.Channels, fields.size(2), fields.size(3));

    private static bool IsGated(Representation field, bool gatesAll) => gatesAll || field is not PermutationRepresentation;

    private static FieldType WithGates(FieldType type, bool gatesAll)
    {
        ArgumentNullException.ThrowIfNull(type);
        int gates = type.Fields.Count(field => IsGated(field, gatesAll));
        return gates == 0 ? type : FieldType.Trivial(type.Group, gates) + type;
    }
}
