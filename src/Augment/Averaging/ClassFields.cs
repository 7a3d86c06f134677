using GCnn.Groups;

namespace GCnn.Augment;

/// <summary>The types of vectors of class scores, a number for each class, on which a group acts by exchanging classes.</summary>
public static class ClassFields
{
    /// <summary>Scores that reflections exchange, such as those of the two hands of a spiral; rotations keep them.</summary>
    /// <param name="group">The plane group.</param>
    /// <param name="reflection">What a reflection does to the classes.</param>
    /// <exception cref="ArgumentException">There are no classes.</exception>
    public static FieldType Of(PlaneGroup group, ClassReflection reflection)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(reflection);
        IReadOnlyList<int> mirror = reflection.Mirror;
        return Of(new ClassAction(group, PermutationAction.FromFunction(
            group.PointGroup, mirror.Count, (g, c) => group.IsRotation(g) ? c : mirror[c])));
    }

    /// <summary>Scores that the elements of a group exchange.</summary>
    /// <param name="action">What each element does to the classes.</param>
    /// <exception cref="ArgumentException">There are no classes.</exception>
    public static FieldType Of(ClassAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return FieldType.Of(action.Group, new PermutationActionRepresentation("classes", action.Action));
    }
}
