using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Self-attention over positions that commutes with the plane group: <c>y(p) = W_o Σ_q a(p, q) v(q)</c>,
/// <c>a(p, ·) = softmax_q(⟨k(q), c(p)⟩ / √d + b(q − p))</c>, with queries <c>c</c>, keys <c>k</c> and values <c>v</c> made of the input by
/// 1 x 1 convolutions.
/// </summary>
/// <remarks>
/// <para>
/// Representations are orthogonal, <c>⟨ρ(g) k, ρ(g) c⟩ = ⟨k, c⟩</c>: a pair of positions that moves with the image keeps its score. So
/// the weights are invariant, and sums of values with invariant weights turn as the values do. A bias <c>b</c> of relative positions is a
/// scalar filter with <c>b(g u) = b(u)</c>, one number for each orbit; absolute positions would break the law.
/// </para>
/// <para>
/// Each head has its own fields. All pairs of positions are scored, <c>heads (H W)²</c> numbers for each image. On hexagons only the
/// hexagon's cells are attended to.
/// <b>Shapes:</b> <c>N x C x H x W -> N x C' x H x W</c>. Source: [Vaswani2017], section 3.2; for groups [RomeroCordonnier2021].
/// </para>
/// </remarks>
public sealed partial class SelfAttention : EquivariantModule, IGeometric, IArithmetic
{
    private readonly Convolution queries;
    private readonly Convolution keys;
    private readonly Convolution values;
    private readonly Convolution output;
    private readonly RelativePositions? positions;

    /// <summary>Builds the layer with an equal part of the fields of each kind for each head.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="heads">The number of heads; each block of equal fields is divided among them.</param>
    /// <param name="reach">How far a learnt bias of relative positions reaches, in pixels along each axis; 0 for none.</param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">A block's fields cannot be divided among the heads; the message names it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is less than 1 head, or the reach is negative.</exception>
    public SelfAttention(FieldType type, int heads = 1, int reach = 0, Generator? generator = null)
        : this(type, type, OfHead(type, heads), OfHead(type, heads), heads, reach, generator)
    {
    }

    /// <summary>Builds the layer with given fields for each head.</summary>
    /// <param name="inputType">The type of its input.</param>
    /// <param name="outputType">The type of its output.</param>
    /// <param name="keyType">The fields of a query and of a key in one head.</param>
    /// <param name="valueType">The fields of a value in one head.</param>
    /// <param name="heads">The number of heads, at least 1.</param>
    /// <param name="reach">How far a learnt bias of relative positions reaches, in pixels along each axis; 0 for none.</param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">The plane groups differ, or no 1 x 1 convolution leads from one type to another.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is less than 1 head, or the reach is negative.</exception>
    public SelfAttention(
        FieldType inputType, FieldType outputType, FieldType keyType, FieldType valueType, int heads = 1, int reach = 0,
        Generator? generator = null)
        : base(nameof(SelfAttention), inputType, outputType)
    {
        ArgumentNullException.ThrowIfNull(keyType);
        ArgumentNullException.ThrowIfNull(valueType);
        RequireAtLeast(1, heads, nameof(SelfAttention), nameof(heads));
        RequireAtLeast(0, reach, nameof(SelfAttention), nameof(reach));
        (Heads, Reach) = (heads, reach);
        FieldType allKeys = Repeated(keyType, heads), allValues = Repeated(valueType, heads);

        // A bias of the keys adds the same number to all scores of a query, which softmax does not see.
        queries = Between(inputType, allKeys, true, generator);
        keys = Between(inputType, allKeys, false, generator);
        values = Between(inputType, allValues, true, generator);
        output = Between(allValues, outputType, true, generator);
        positions = reach > 0 ? new RelativePositions(inputType.Group, heads, reach) : null;
        RegisterComponents();
    }

    /// <summary>The number of heads.</summary>
    public int Heads { get; }

    /// <summary>How far the bias of relative positions reaches along each axis; 0 where there is none.</summary>
    public int Reach { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => positions is null ? new PointwiseGeometry { SeesAll = true } : new RelativeGeometry();

    /// <summary>The four convolutions at each position, and for each pair of positions scores and sums.</summary>
    long IArithmetic.MultiplyAdds(long positions) =>
        new[] { queries, keys, values, output }.Sum(module => LayerArithmetic.MultiplyAdds(module, positions, positions))
        + (positions * positions * (keys.OutputType.Channels + values.OutputType.Channels));

    /// <summary>Attends.</summary>
    /// <param name="input">A tensor of the input type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        Tensor v = OfHeads(values.call(input));
        Tensor attended = Weights(input).matmul(v).transpose(2, 3)
            .reshape(input.size(0), values.OutputType.Channels, input.size(2), input.size(3));
        return output.call(Masked(attended)).MoveToOuterDisposeScope();
    }

    /// <summary>The weights <c>a(p, q)</c>, which no element of the group changes but for moving <c>p</c> and <c>q</c>.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W -> N x heads x H W x H W</c>, rows by <c>p</c>; each row adds up to 1.</remarks>
    /// <param name="input">A tensor of the input type.</param>
    /// <exception cref="ArgumentException">The tensor is not of the input type.</exception>
    public Tensor Weights(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        Tensor c = OfHeads(queries.call(input)), k = OfHeads(keys.call(input));
        Tensor scores = c.matmul(k.transpose(2, 3)) / Math.Sqrt(c.size(3));
        scores = positions is null ? scores : scores + positions.Bias(input.size(2), input.size(3));
        return Visible(scores, input).softmax(3).MoveToOuterDisposeScope();
    }

    /// <summary>The scores, minus infinity where the key lies outside the hexagon.</summary>
    private Tensor Visible(Tensor scores, Tensor input) => OnHexagons
        ? Hexagon.Apply(scores.view(scores.size(0), Heads, -1, input.size(2), input.size(3)), double.NegativeInfinity).view(scores.shape)
        : scores;

    /// <summary><b>Shapes:</b> <c>N x (heads d) x H x W</c> to <c>N x heads x H W x d</c>.</summary>
    private Tensor OfHeads(Tensor x) => x.reshape(x.size(0), Heads, -1, x.size(2) * x.size(3)).transpose(2, 3);

    private static Convolution Between(FieldType input, FieldType output, bool bias, Generator? generator) =>
        new(input, output, Stencil.Square(1), bias: bias, generator: generator);

    private static FieldType Repeated(FieldType type, int heads) =>
        FieldType.Of(type.Group, [.. Enumerable.Repeat(type.Fields, heads).SelectMany(fields => fields)]);

    private static FieldType OfHead(FieldType type, int heads)
    {
        ArgumentNullException.ThrowIfNull(type);
        RequireAtLeast(1, heads, nameof(SelfAttention), nameof(heads));
        int odd = type.Blocks.ToList().FindIndex(block => block.Fields % heads != 0);
        return odd < 0
            ? FieldType.Of(type.Group, [.. type.Blocks.SelectMany(block => Enumerable.Repeat(block.Representation, block.Fields / heads))])
            : throw new ArgumentException(
                $"SelfAttention: the {type.Blocks[odd].Fields} neighbouring fields '{type.Blocks[odd].Representation}' of '{type}' " +
                $"cannot be divided among {heads} heads. State the fields of each head, or choose another number.",
                nameof(heads));
    }
}
