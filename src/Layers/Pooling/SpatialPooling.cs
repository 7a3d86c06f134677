using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Pools over all positions: an image of each channel becomes one number, its maximum or mean.</summary>
/// <remarks>
/// The result is a vector of the same field type: moving the pixels changes nothing, and <c>ρ(g)</c> still permutes the channels.
/// After <see cref="GroupPooling"/> it is invariant under the whole plane group. The gradient of a maximum attained at several positions is
/// shared equally. On hexagons only the hexagon's <c>3R(R + 1) + 1</c> cells are positions. <b>Shapes:</b> <c>N x C x H x W -> N x C</c>.
/// </remarks>
public sealed partial class SpatialPooling : EquivariantModule, IGeometric
{
    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output, of any representations for the mean.</param>
    /// <param name="kind">Maximum or mean.</param>
    /// <exception cref="ArgumentException">The kind is the maximum and a field does not permute its channels.</exception>
    public SpatialPooling(FieldType type, PoolingKind kind = PoolingKind.Mean)
        : base(nameof(SpatialPooling), kind == PoolingKind.Max ? RequirePermutation(nameof(SpatialPooling), type) : type, type) =>
        Kind = kind;

    /// <summary>Maximum or mean.</summary>
    public PoolingKind Kind { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new GlobalGeometry(Kind == PoolingKind.Max ? WindowReading.Maximum : WindowReading.Mean);

    /// <summary>Pools each channel.</summary>
    /// <param name="input">A tensor of the type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        return OnHexagons ? OverHexagons(input) : Kind == PoolingKind.Max ? input.amax(2, 3) : input.mean([2, 3]);
    }

    // Outside its hexagon the input is zero, so the sum over the square is that over the hexagon.
    private Tensor OverHexagons(Tensor input)
    {
        using var scope = NewDisposeScope();
        Tensor pooled = Kind == PoolingKind.Max
            ? Hexagon.Apply(input, double.NegativeInfinity).amax(2, 3)
            : input.sum([2, 3]) / new HexagonalDomain(HexagonMask.RadiusOf(input)).Count;
        return pooled.MoveToOuterDisposeScope();
    }
}
