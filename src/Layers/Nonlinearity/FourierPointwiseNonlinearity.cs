using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// A function of the values of a band-limited field: its channels, as Fourier coefficients, are evaluated at elements of the point group,
/// the function is applied to each value, and the result is taken back: <c>y = 1/|S| Aᵀ φ(A x)</c>.
/// </summary>
/// <remarks>
/// <para>
/// <c>A</c> samples at a subgroup <c>S</c> of the point group, <c>A ρ(g) = regular(g) A</c> for <c>g</c> of <c>S</c>, so the layer
/// commutes with <c>S</c> exactly; <c>Aᵀ/|S|</c> keeps the frequencies of the field and drops those that <c>φ</c> has made beside them.
/// Under the other elements it errs by what <c>φ</c> makes of frequencies from <c>n − K</c> on, which fold into the band: of a polynomial
/// of degree <c>p</c> nothing where <c>n &gt; (p + 1) K</c>; of the rectifier about <c>11 / n²</c> to <c>13 / n²</c> of the largest output, measured on
/// <c>K = 3</c>. For SO(2) and O(2), whose fields are <see cref="BandLimitedRegular"/>, <c>A</c> is its sampling matrix.
/// </para>
/// <para>
/// A field may hold each irrep as often as functions on the group do. With one frequency alone there is little to mix: the rectifier gives
/// <c>x / 2</c> on irrep 1.
/// <b>Shapes:</b> <c>N x C x H x W -> N x C x H x W</c>. Source: [CesaLangWeiler2022].
/// </para>
/// </remarks>
public sealed partial class FourierPointwiseNonlinearity : EquivariantModule, IGeometric
{
    private readonly Func<Tensor, Tensor>? _function;
    private readonly DeviceConstant[] _sampling;
    private readonly int[] _elements;

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output.</param>
    /// <param name="rotations">
    /// The number <c>n</c> of rotations at which fields are sampled, a divisor of that of the point group; all if null. A point group with
    /// reflections is sampled at <c>2n</c> elements.
    /// </param>
    /// <param name="function">The function <c>φ</c> of the values; the rectifier if null.</param>
    /// <exception cref="ArgumentException">
    /// A field holds an irrep more often than functions on the point group do, or its frequencies need more samples; the message names it.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The point group has no subgroup of that many rotations.</exception>
    public FourierPointwiseNonlinearity(FieldType type, int? rotations = null, Func<Tensor, Tensor>? function = null)
        : base(nameof(FourierPointwiseNonlinearity), type, type)
    {
        _function = function;
        _elements = FourierSampling.Elements(type.Group, RequireDivisor(type.Group, rotations));
        _sampling = [.. type.Blocks.Select(block => new DeviceConstant(
            RequireSampled(type, block.Representation), [_elements.Length, block.Representation.Dimension]))];
    }

    /// <summary>The elements of the point group at which fields are sampled, a subgroup, under which the layer is exact.</summary>
    public IReadOnlyList<int> SampledElements => _elements;

    /// <inheritdoc/>
    public LayerGeometry Geometry => _elements.Length == InputType.Group.Order
        ? new PointwiseGeometry()
        : new PointwiseGeometry(InputType.Group.Subgroup(Subgroup.Generated(InputType.Group.PointGroup, _elements)));

    /// <summary>Samples, applies the function, and takes the samples back.</summary>
    /// <param name="input">A tensor of the type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        Tensor samples = Sample(input);
        Tensor result = Reconstruct(_function is null ? samples.relu() : _function(samples));
        return (_function is null ? result : Masked(result)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Array.ForEach(_sampling, matrix => matrix.Dispose());
        }

        base.Dispose(disposing);
    }

    private static int RequireDivisor(PlaneGroup group, int? rotations)
    {
        int all = FourierSampling.Rotations(group), n = rotations ?? all;
        return n >= 1 && all % n == 0
            ? n
            : throw new ArgumentOutOfRangeException(
                nameof(rotations),
                $"{nameof(FourierPointwiseNonlinearity)} samples at a subgroup of {group.PointGroup}, the point group of {group}: its " +
                $"number of rotations must divide {all}, and {n} does not.");
    }

    /// <summary>The values of each field at each element. <b>Shapes:</b> <c>N x C x H x W -> N x fields |S| x H x W</c>.</summary>
    private Tensor Sample(Tensor input)
    {
        int next = 0;
        return BlockByBlock(block => Multiply(_sampling[next++].Like(input), input.narrow(1, block.Offset, block.Channels), block.Fields));
    }

    private Tensor Reconstruct(Tensor samples)
    {
        int next = 0, each = _elements.Length;
        return BlockByBlock(block => Multiply(
            _sampling[next++].Like(samples).t() / each, samples.narrow(1, block.FirstField * each, block.Fields * each), block.Fields));
    }

    private static Tensor Multiply(Tensor matrix, Tensor x, int fields) =>
        matrix.matmul(x.reshape(x.size(0) * fields, matrix.size(1), -1)).view(x.size(0), -1, x.size(2), x.size(3));

    private double[] RequireSampled(FieldType type, Representation field) =>
        FourierSampling.Matrix(field, _elements) ?? throw new ArgumentException(
            $"{nameof(FourierPointwiseNonlinearity)}: '{field}' in '{type}' is not determined by its values at {_elements.Length} " +
            "elements. Sample at more rotations than twice its highest frequency, and let it hold no irrep more often than the regular " +
            "representation does.",
            nameof(type));
}
