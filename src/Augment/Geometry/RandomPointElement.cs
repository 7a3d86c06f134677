using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// A uniform element of a plane group's point group that keeps the lattice, about the image's centre: exact, by the core's index maps.
/// </summary>
/// <remarks>
/// For p6m and the other groups of the hexagonal lattice images are hexagons (CONVENTIONS.md); their cells move, and what a tensor holds
/// outside the hexagon stays. Of a group beyond the lattice, such as C8, the elements of its <see cref="PlaneGroup.LatticeGroup"/> are
/// drawn.
/// </remarks>
/// <param name="Group">The plane group, such as p4m for quarter turns and reflections.</param>
public sealed record RandomPointElement(PlaneGroup Group) : GeometricAugmentation
{
    private readonly PointElementBatch _batch = new();
    private readonly int[] _acting = ActingOf(Group);

    /// <summary>The plane group.</summary>
    public PlaneGroup Group { get; } = Group;

    /// <summary>Both on square pixels; none on hexagons, outside which nothing moves.</summary>
    public override Joints Joints => Group.Lattice is HexagonalLattice ? Joints.None : Joints.Both;

    /// <summary>Draws one of the elements that keep the lattice: one of all <c>|H|</c> for the 13 plane groups.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new PointElementParameters(Group, _acting[stream.NextIndex(_acting.Length)]);
    }

    /// <inheritdoc/>
    public override Placement Place(StepParameters parameters, ImageSize before) =>
        PointElementBatch.Place(Own<PointElementParameters>(parameters).Of(Group), before);

    /// <summary>Gathers <c>out[n](x) = in[n](h_n⁻¹ x)</c>, the whole batch at once.</summary>
    /// <remarks>
    /// <b>Shapes:</b> <c>N x C x H x W</c> to the same, or to <c>N x C x W x H</c> where every element swaps the axes; on hexagons
    /// <c>H = W = 2R + 1</c>. Where some elements swap the axes and some do not,
    /// <see cref="Pipeline.RunEach(Tensor, IReadOnlyList{Parameters})"/> gives a list.
    /// </remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image the element.</param>
    /// <exception cref="ArgumentException">
    /// The parameters are not of these images or of this group, the images would differ in shape, or are no hexagons where they must be.
    /// </exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters) =>
        _batch.Apply(images, Group, Require<PointElementParameters>(images, parameters));

    /// <summary>Whether both act by the same group.</summary>
    /// <param name="other">The augmentation to compare with.</param>
    public bool Equals(RandomPointElement? other) => other is not null && Group.Equals(other.Group);

    /// <inheritdoc/>
    public override int GetHashCode() => Group.GetHashCode();

    private static int[] ActingOf(PlaneGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.ElementsOf(group.LatticeGroup);
    }
}
