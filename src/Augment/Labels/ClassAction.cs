using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// Classes on which a whole point group acts, <c>c → h·c</c>: arrows that point in four directions, or knots of six kinds. Where only
/// reflections change classes, <see cref="ClassReflection"/> serves every motion.
/// </summary>
/// <param name="Group">The plane group by whose elements the images move.</param>
/// <param name="Action">The action of its point group on the classes.</param>
public sealed record ClassAction(PlaneGroup Group, PermutationAction Action)
{
    /// <summary>The plane group by whose elements the images move.</summary>
    public PlaneGroup Group { get; } = Group;

    /// <summary>The action of the point group on the classes.</summary>
    /// <exception cref="ArgumentException">It is the action of another group.</exception>
    public PermutationAction Action { get; } = RequireActionOf(Group, Action);

    /// <summary>A sample's class after its image has moved.</summary>
    /// <param name="label">The class.</param>
    /// <param name="placement">How the image moved, such as <see cref="Pipeline.Place"/> says.</param>
    /// <exception cref="ArgumentException">The image moved by no element of the group.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int Moved(int label, Placement placement) => Action.Act(PlacedElement.Of(Group, placement, sample: 0), label);

    /// <summary>Columns of classes, such as vote fractions, after the images have moved: <c>out[n, h·c] = in[n, c]</c>.</summary>
    /// <remarks><b>Shapes:</b> <c>N x classes</c> to the same. Differentiable.</remarks>
    /// <param name="votes">A number for each image and class.</param>
    /// <param name="placements">How each image moved.</param>
    /// <exception cref="ArgumentException">
    /// An image moved by no element of the group, or there are not as many rows as placements, or not as many columns as classes.
    /// </exception>
    public Tensor Moved(Tensor votes, IReadOnlyList<Placement> placements)
    {
        ArgumentNullException.ThrowIfNull(placements);
        int[][] images = [.. placements.Select((placement, n) => Images(PlacedElement.Of(Group, placement, n)))];
        return ClassColumns.Moved(votes, images, Action.Degree);
    }

    private static PermutationAction RequireActionOf(PlaneGroup group, PermutationAction action)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(action);
        return action.Group.Equals(group.PointGroup)
            ? action
            : throw new ArgumentException(
                $"Classes need an action of {group}'s point group {group.PointGroup}; this is one of {action.Group}. Build it from " +
                "PlaneGroup.PointGroup.",
                nameof(action));
    }

    private int[] Images(int element) => [.. Enumerable.Range(0, Action.Degree).Select(c => Action.Act(element, c))];
}
