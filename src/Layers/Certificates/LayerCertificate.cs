using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>What one layer of a net commutes with at its own input size.</summary>
/// <param name="Path">Where it stands: <c>3.1</c> is layer 1 of layer 3, <c>3[0].1</c> layer 1 of branch 0 of layer 3.</param>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">The size of its input; null where there are no positions or the size is not known.</param>
/// <param name="Output">The size of its output, likewise.</param>
/// <param name="Exactness">How exact it is.</param>
/// <param name="Elements">The elements of the net's point group that commute with it exactly, in growing order.</param>
/// <param name="Subgroup">The subgroup that they form (<see cref="Certificate.Subgroup"/>).</param>
/// <param name="SubgroupName">The name of that subgroup as a plane group, such as <c>pmm</c>.</param>
/// <param name="Shifts">The shifts it commutes with; null where it is unknown.</param>
/// <param name="Reason">Why, in a few words with the numbers of the rule.</param>
public sealed record LayerCertificate(
    string Path, string Name, ImageSize? Input, ImageSize? Output, Exactness Exactness, IReadOnlyList<int> Elements, Subgroup Subgroup,
    string SubgroupName, ShiftSymmetry? Shifts, string Reason)
{
    /// <summary>The name after the path.</summary>
    public string Title => Path.Length == 0 ? Name : $"{Path} {Name}";

    /// <summary>The same in a larger net, where the path has a beginning.</summary>
    /// <param name="prefix">The path of the certified net in the larger one, such as <c>features</c>; empty if it is that net.</param>
    public LayerCertificate Within(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return this with { Path = string.Join('.', new[] { prefix, Path }.Where(part => part.Length > 0)) };
    }

    /// <summary>Whether both say the same of layers of the same name and place.</summary>
    /// <param name="other">The certificate to compare with.</param>
    public bool Equals(LayerCertificate? other) => other is not null && Path == other.Path && Name == other.Name && Input == other.Input
        && Output == other.Output && Exactness == other.Exactness && Elements.SequenceEqual(other.Elements)
        && Subgroup.Equals(other.Subgroup) && Shifts == other.Shifts && Reason == other.Reason;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Name, Input, Output, Exactness, Subgroup, Reason);

    /// <summary>Title, sizes, group and reason.</summary>
    public override string ToString() => $"{Title}, {Input} -> {Output}: {SubgroupName}, {Reason}";
}
