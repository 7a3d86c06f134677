using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Restricts fields to a subgroup in mid-net: the same tensor, <c>y = x</c>, from here on seen as fields of <c>type.Restrict(subgroup)</c>.
/// </summary>
/// <remarks>
/// Layers after it commute with the subgroup and have the more weights for it: where a net sees local patterns all poses are alike, and
/// where it sees the whole image they often are not. <see cref="Disentangle"/> behind it splits the restricted fields into the
/// subgroup's own. <b>Shapes:</b> <c>N x C x H x W</c> to the same. Source: [WeilerCesa2019], section 2.7 (group restriction).
/// </remarks>
public sealed partial class Restriction : EquivariantModule, IGeometric
{
    /// <summary>Restricts to a plane group.</summary>
    /// <param name="type">The type of its input.</param>
    /// <param name="subgroup">A plane group whose elements are all elements of the type's, such as p4 for p4m.</param>
    /// <exception cref="ArgumentException">It is no subgroup; the message names an element that is missing.</exception>
    public Restriction(FieldType type, PlaneGroup subgroup)
        : base(nameof(Restriction), (type, Restricted(type, subgroup)))
    {
    }

    /// <summary>Restricts to a subgroup of the point group.</summary>
    /// <param name="type">The type of its input.</param>
    /// <param name="pointSubgroup">A subgroup of the type's point group.</param>
    /// <exception cref="ArgumentException">The subgroup's parent is not the point group.</exception>
    public Restriction(FieldType type, Subgroup pointSubgroup)
        : this(type, Within(type, pointSubgroup))
    {
    }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry { Preserves = Preserved.Numbers };

    /// <summary>Passes the tensor on.</summary>
    /// <param name="input">A tensor of the input type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        return input.alias();
    }

    private static FieldType Restricted(FieldType type, PlaneGroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Restrict(subgroup);
    }

    private static PlaneGroup Within(FieldType type, Subgroup pointSubgroup)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Group.Subgroup(pointSubgroup);
    }
}
