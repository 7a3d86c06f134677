using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// A function of each channel and of its negative, <c>[φ(x), φ(−x)]</c>: the concatenated rectifier (CReLU). It takes fields that permute
/// their channels up to signs, such as sign irreps, and gives fields that permute their channels.
/// </summary>
/// <remarks>
/// <para>
/// Where <c>ρ(g) e_i = ±e_j</c>, the group permutes the <c>2d</c> vectors <c>±e_i</c>, and <c>φ(⟨±e_i, x⟩)</c> with them. An orbit of
/// theirs is a set of cosets <c>G/K</c>, with <c>K</c> the stabiliser of one of its vectors: it becomes a trivial, quotient or regular
/// field, channels in the order of the cosets. So a permutation field becomes two of its kind, a sign irrep with kernel <c>K</c> becomes
/// <c>G/K</c>, and irrep 1 of C4 becomes the regular field.
/// </para>
/// <para><b>Shapes:</b> <c>N x C x H x W -> N x 2C x H x W</c>. Source: [Shang2016]; for fields [CohenWelling2017].</para>
/// </remarks>
public sealed partial class ConcatenatedNonlinearity : EquivariantModule, IGeometric
{
    private readonly Func<Tensor, Tensor>? _function;
    private readonly DeviceIndex _channels;
    private readonly DeviceConstant _signs;

    /// <summary>Builds the layer.</summary>
    /// <param name="inputType">The type of its input.</param>
    /// <param name="function">The elementwise function <c>φ</c>; the rectifier if null.</param>
    /// <exception cref="ArgumentException">A field's matrices are not permutations up to signs; the message names it.</exception>
    public ConcatenatedNonlinearity(FieldType inputType, Func<Tensor, Tensor>? function = null)
        : this(inputType, Split(inputType), function)
    {
    }

    private ConcatenatedNonlinearity(FieldType inputType, SignedPermutation[] parts, Func<Tensor, Tensor>? function)
        : base(
            nameof(ConcatenatedNonlinearity), inputType,
            FieldType.Of(inputType.Group, [.. parts.SelectMany(part => part.Fields)]))
    {
        _function = function;
        (int Channel, int Sign)[] vectors =
        [
            .. parts.SelectMany((part, field) => part.Vectors.Select(v => (inputType.Offset(field) + v.Channel, v.Sign))),
        ];
        _channels = new DeviceIndex([.. vectors.Select(vector => (long)vector.Channel)]);
        _signs = new DeviceConstant([.. vectors.Select(vector => (double)vector.Sign)], [1, vectors.Length, 1, 1]);
    }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry();

    /// <summary>Applies the function to every channel and its negative.</summary>
    /// <param name="input">A tensor of the input type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        Tensor both = WithNegatives(input);
        return (_function is null ? both.relu() : Masked(_function(both))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _channels.Dispose();
            _signs.Dispose();
        }

        base.Dispose(disposing);
    }

    private Tensor WithNegatives(Tensor input) => input.index_select(1, _channels.On(input.device)) * _signs.Like(input);

    private static SignedPermutation[] Split(FieldType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Dictionary<Representation, SignedPermutation> found = [];
        foreach (Representation field in type.Fields.Distinct())
        {
            found[field] = SignedPermutation.Of(field) ?? throw new ArgumentException(
                $"{nameof(ConcatenatedNonlinearity)} takes a function of each channel and of its negative, which commutes only with " +
                $"representations that permute channels up to signs; '{field}' in '{type}' does not. Use trivial, regular, quotient and " +
                "sign fields here, or a NormNonlinearity.",
                nameof(type));
        }

        return [.. type.Fields.Select(field => found[field])];
    }
}
