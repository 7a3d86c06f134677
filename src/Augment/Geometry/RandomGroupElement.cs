using GCnn.Groups;

namespace GCnn.Augment;

/// <summary>
/// A uniform element of a point group on the square lattice, about the image's centre, whether it keeps the pixels or not: those that do,
/// such as quarter turns, move pixels exactly, and the others of C8 or D12 are one resample.
/// </summary>
/// <remarks>For SO(2) and O(2) take <see cref="RandomRotation"/>, for groups of a lattice <see cref="RandomPointElement"/>.</remarks>
/// <param name="Group">The plane group, such as <see cref="PlaneGroup.Cyclic"/> of 8.</param>
public sealed record RandomGroupElement(PlaneGroup Group) : ResamplingAugmentation
{
    /// <summary>The plane group.</summary>
    /// <exception cref="ArgumentException">The group is on the hexagonal lattice.</exception>
    public PlaneGroup Group { get; init => field = RequireSquare(value); } = RequireSquare(Group);

    /// <summary>Draws one of all <c>|H|</c> elements.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new PointElementParameters(Group, stream.NextIndex(Group.Order));
    }

    /// <inheritdoc/>
    public override Placement Place(StepParameters parameters, ImageSize before)
    {
        PointElementParameters drawn = Own<PointElementParameters>(parameters).Of(Group);
        return new(drawn.Map, Group.KeepsLattice(drawn.Element) && Group.SwapsAxes(drawn.Element) ? before.Turned : before);
    }

    private static PlaneGroup RequireSquare(PlaneGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Lattice is SquareLattice
            ? group
            : throw new ArgumentException(
                $"Elements off the lattice turn images of square pixels; {group} is on the {group.Lattice}. RandomPointElement moves " +
                "hexagons.",
                nameof(group));
    }
}
