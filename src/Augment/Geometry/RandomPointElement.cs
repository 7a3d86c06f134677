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
public sealed record RandomPointElement(PlaneGroup Group) : Augmentation
{
    private readonly PointElementBatch _batch = new();
    private readonly int[] _acting = Group.ElementsOf(Group.LatticeGroup);

    /// <inheritdoc/>
    public override bool IsGeometric => true;

    /// <summary>Draws one of the elements that keep the lattice: one of all <c>|H|</c> for the 13 plane groups.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new PointElementParameters(Group, _acting[stream.NextIndex(_acting.Length)]);
    }

    /// <summary>Gathers <c>out[n](x) = in[n](h_n⁻¹ x)</c>, the whole batch at once.</summary>
    /// <remarks>
    /// <b>Shapes:</b> <c>N x C x H x W</c> to the same; <c>H = W</c> where elements that swap the axes occur, and <c>H = W = 2R + 1</c> on
    /// hexagons.
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
}
