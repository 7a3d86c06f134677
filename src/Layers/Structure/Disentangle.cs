using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Splits fields into the smallest of their group: an orthogonal change of basis at each position, <c>y = Qᵀ x</c>, after which the
/// representation is a direct sum.
/// </summary>
/// <remarks>
/// <para>
/// Fields that permute their channels become trivial, regular and quotient fields, one for each orbit, by a permutation of the channels:
/// a regular field of p4m restricted to p4 becomes two regular fields of p4. It is exact, and pointwise nonlinearities still apply. All
/// other fields, and with <c>intoIrreps</c> these too, become irreps by the isotypic basis.
/// </para>
/// <para>
/// Each block of <c>F</c> equal fields becomes <c>F</c> fields of the first part, then <c>F</c> of the second and so on, equal parts
/// together, so that later layers treat them as few blocks. <b>Shapes:</b> <c>N x C x H x W</c> to the same. Source: [CohenWelling2017],
/// section 2.3; [Serre1977], sections 2.6 and 2.7.
/// </para>
/// </remarks>
public sealed partial class Disentangle : EquivariantModule, IGeometric
{
    private readonly DeviceConstant?[] _bases;
    private readonly DeviceIndex _sources;

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input, of any representations.</param>
    /// <param name="intoIrreps">Whether fields that permute their channels become irreps too.</param>
    public Disentangle(FieldType type, bool intoIrreps = false)
        : this(type, BlocksOf(type, intoIrreps))
    {
    }

    private Disentangle(FieldType type, SplitBlock[] blocks)
        : base(nameof(Disentangle), type, FieldType.Of(type.Group, [.. blocks.SelectMany(block => block.Fields)]))
    {
        _bases = Array.ConvertAll(blocks, block => block.TransposedBasis is double[] basis
            ? new DeviceConstant(basis, [block.Dimension, block.Dimension])
            : null);
        _sources = new DeviceIndex([.. blocks.SelectMany(block => block.Sources)]);
    }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry { Preserves = Preserved.Means };

    /// <summary>The orthogonal matrix <c>Qᵀ</c> of all channels; a permutation matrix where all fields permute theirs.</summary>
    /// <remarks><b>Shapes:</b> <c>C x C</c>, float64.</remarks>
    public Tensor Matrix() => PointwiseMatrix.Of(forward, InputType.Channels);

    /// <summary>Changes the basis.</summary>
    /// <param name="input">A tensor of the input type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        Tensor split = Array.TrueForAll(_bases, basis => basis is null)
            ? input
            : cat([.. InputType.Blocks.Zip(_bases, (block, basis) => Turn(input, block, basis))], 1);
        return split.index_select(1, _sources.On(input.device)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Array.ForEach(_bases, basis => basis?.Dispose());
            _sources.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Tensor Turn(Tensor input, FieldBlock block, DeviceConstant? basis)
    {
        Tensor x = input.narrow(1, block.Offset, block.Channels);
        return basis is null
            ? x
            : basis.Like(input).matmul(BlockFields.Of(input, block).flatten(3)).reshape(x.shape);
    }

    private static SplitBlock[] BlocksOf(FieldType type, bool intoIrreps)
    {
        ArgumentNullException.ThrowIfNull(type);
        return [.. type.Blocks.Select(block => SplitBlock.Of(block, intoIrreps))];
    }
}
