using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Each regular field becomes a vector of the plane: as long as its largest channel, and pointing where that channel does,
/// <c>y(x) = max(m, 0) v_(h*)</c> with <c>m = max_h f_h(x) = f_(h*)(x)</c>.
/// </summary>
/// <remarks>
/// <para>
/// Channel <c>r^j</c> points at the angle <c>2πj / n</c> in the coordinates of irrep 1, and so does <c>r^j s</c>. A turn <c>g</c> moves the
/// largest channel to <c>g h*</c>, whose direction is <c>ρ_1(g) v_(h*)</c>. Where several channels attain the maximum, the mean of their
/// directions is taken and the gradient is shared, so the layer is equivariant there too; it is not continuous there.
/// A quotient field serves where its stabiliser is a reflection, which keeps the direction of its mirror.
/// </para>
/// <para><b>Shapes:</b> <c>N x C x H x W -> N x 2 fields x H x W</c>. Source: [Marcos2017].</para>
/// </remarks>
public sealed partial class VectorFieldNonlinearity : EquivariantModule, IGeometric
{
    private readonly DeviceConstant[] _directions;

    /// <summary>Builds the layer.</summary>
    /// <param name="inputType">The type of its input; the output has a field of irrep 1 for each of its fields.</param>
    /// <exception cref="ArgumentException">
    /// The point group has fewer than three rotations, or a field's channels do not stand for directions; the message names it.
    /// </exception>
    public VectorFieldNonlinearity(FieldType inputType)
        : base(nameof(VectorFieldNonlinearity), inputType, Vectors(inputType)) =>
        _directions = [.. inputType.Blocks.Select(block => new DeviceConstant(Directions(block), [block.Representation.Dimension, 2]))];

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry();

    /// <summary>Takes the largest channel of each field and its direction.</summary>
    /// <param name="input">A tensor of the input type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        int next = 0;
        return BlockByBlock(block => Point(BlockFields.Of(input, block), _directions[next++].Like(input))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Array.ForEach(_directions, directions => directions.Dispose());
        }

        base.Dispose(disposing);
    }

    private static Tensor Point(Tensor fields, Tensor directions)
    {
        Tensor largest = fields.amax(2).unsqueeze(2);
        Tensor attained = fields.detach().eq(largest.detach()).to(fields.dtype);
        Tensor direction = einsum("nfihw,ik->nfkhw", attained / attained.sum(2, keepdim: true), directions);
        return (largest.relu() * direction).flatten(1, 2);
    }

    private static FieldType Vectors(FieldType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Irrep plane = FieldDirections.Plane(type.Group.PointGroup) ?? throw new ArgumentException(
            $"{nameof(VectorFieldNonlinearity)}: {type.Group} has fewer than three rotations, so the vectors of the plane are no irrep " +
            "of it; the layer needs C_N or D_N with N of 3 or more.",
            nameof(type));
        return type.Fields.Distinct().FirstOrDefault(field => FieldDirections.Of(field, plane) is null) is not Representation other
            ? FieldType.Copies(type.Group, plane, type.Fields.Count)
            : throw new ArgumentException(
                $"{nameof(VectorFieldNonlinearity)} needs channels that stand for directions, which turn with the group; those of " +
                $"'{other}' in '{type}' do not. Use regular fields, or quotients by a reflection.",
                nameof(type));
    }

    private static double[] Directions(FieldBlock block) =>
        FieldDirections.Of(block.Representation, FieldDirections.Plane(block.Representation.Group)!)!;
}
