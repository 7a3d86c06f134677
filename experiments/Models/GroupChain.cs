using GCnn.Groups;

namespace GCnn.Experiments.Models;

/// <summary>
/// Plane groups of which each holds the next: a net commutes with the first as long as it sees little of the image, and is restricted to
/// the others on its way (<see cref="GCnn.Layers.Restriction"/>). A single group is a chain too.
/// </summary>
public sealed class GroupChain : IEquatable<GroupChain>
{
    private readonly PlaneGroup[] _groups;

    /// <summary>Makes a chain.</summary>
    /// <param name="groups">At least one group, from the largest to the smallest.</param>
    /// <exception cref="ArgumentException">There is none, or one is no proper subgroup of the one before it.</exception>
    public GroupChain(params IReadOnlyList<PlaneGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        _groups = groups.Count > 0 ? [.. groups] : throw new ArgumentException("GroupChain: it needs at least one group.", nameof(groups));
        for (int i = 1; i < _groups.Length; i++)
        {
            if (_groups[i].Order == _groups[i - 1].Order || !_groups[i - 1].Contains(_groups[i]))
            {
                throw new ArgumentException(
                    $"GroupChain: {_groups[i]} is no smaller subgroup of {_groups[i - 1]}; each group of a chain must hold the next.",
                    nameof(groups));
            }
        }
    }

    /// <summary>The groups, from the largest to the smallest.</summary>
    public IReadOnlyList<PlaneGroup> Groups => _groups;

    /// <summary>The group with which the net begins.</summary>
    public PlaneGroup First => _groups[0];

    /// <summary>The group with which the whole net commutes.</summary>
    public PlaneGroup Last => _groups[^1];

    /// <summary>The lattice of all of them.</summary>
    public Lattice Lattice => First.Lattice;

    /// <summary>A group by itself.</summary>
    /// <param name="group">The group.</param>
    public static implicit operator GroupChain(PlaneGroup group) => FromPlaneGroup(group);

    /// <summary>A group by itself.</summary>
    /// <param name="group">The group.</param>
    public static GroupChain FromPlaneGroup(PlaneGroup group) => new(group);

    /// <summary>
    /// The group of one of several layers in a row: each group after the first takes over one layer later, the last at the last.
    /// </summary>
    /// <param name="layer">The layer's number, from 0.</param>
    /// <param name="layers">The number of layers.</param>
    /// <exception cref="ArgumentException">There are fewer layers than groups.</exception>
    public PlaneGroup At(int layer, int layers) => layers >= _groups.Length
        ? _groups[Math.Max(0, layer - (layers - _groups.Length))]
        : throw new ArgumentException(
            $"GroupChain: {this} needs {_groups.Length} layers, one for each group; there are {layers}.", nameof(layers));

    /// <inheritdoc/>
    public bool Equals(GroupChain? other) => other is not null && _groups.AsSpan().SequenceEqual(other._groups);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GroupChain);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_groups.Length, First, Last);

    /// <summary>The groups' names, such as <c>p4m-p4-p2</c>.</summary>
    public override string ToString() => string.Join('-', _groups.Select(group => group.Name));
}
