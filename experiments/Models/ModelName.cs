using GCnn.Experiments.CommandLine;
using GCnn.Groups;

namespace GCnn.Experiments.Models;

/// <summary>A model of the comparison: its plane groups, and whether training adds random symmetries of its lattice.</summary>
/// <param name="Name">As given: <c>z2</c>, <c>z2+aug</c>, <c>p4m</c>, <c>p6m</c>, <c>p4m-p4-p2</c>.</param>
/// <param name="Groups">
/// The group the net commutes with, p1 for the plain CNN; or a chain of groups to which the net is restricted one after another.
/// </param>
/// <param name="Augmented">Whether each training image is moved by a random element of p4m, or of p6m on the hexagonal lattice.</param>
public sealed record ModelName(string Name, GroupChain Groups, bool Augmented)
{
    private const string Suffix = "+aug";

    /// <summary>All names, in words.</summary>
    public static string Known => $"z2 and {string.Join(", ", PlaneGroup.All.Select(g => g.Name))}, chains of them such as p4m-p4-p2, " +
        $"each with or without {Suffix}";

    /// <summary>Reads a list such as <c>z2,z2+aug,p4,p4m</c>.</summary>
    /// <param name="list">Names, by comma.</param>
    /// <exception cref="UsageException">A name is unknown or given twice, or there is none.</exception>
    public static IReadOnlyList<ModelName> ParseList(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        string[] names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        ModelName[] models = [.. names.Select(name => Find(name, out string reason) ?? throw new UsageException($"--models: {reason}"))];
        if (models.Length == 0)
        {
            throw new UsageException($"--models '{list}' names no model; try z2,p4m.");
        }

        return models.DistinctBy(model => model.Name).Count() == models.Length
            ? models
            : throw new UsageException($"--models {list}: a model is named twice; name each once.");
    }

    /// <summary>The model of a name, or null.</summary>
    /// <param name="name">The name.</param>
    /// <param name="reason">Why there is none, in a sentence; empty where there is one.</param>
    public static ModelName? Find(string name, out string reason)
    {
        ArgumentNullException.ThrowIfNull(name);
        reason = string.Empty;
        bool augmented = name.EndsWith(Suffix, StringComparison.Ordinal);
        string symmetry = augmented ? name[..^Suffix.Length] : name;
        PlaneGroup?[] groups = symmetry == "z2" ? [PlaneGroup.P1]
            : [.. symmetry.Split('-').Select(part => PlaneGroup.All.FirstOrDefault(g => g.Name == part))];
        if (Array.Exists(groups, group => group is null))
        {
            reason = $"'{name}' is not known; there are {Known}.";
            return null;
        }

        if (groups.Length > GalaxyNet.Convolutions)
        {
            reason = $"'{name}' names {groups.Length} groups, and the net has {GalaxyNet.Convolutions} convolutions; name fewer.";
            return null;
        }

        try
        {
            return new ModelName(name, new GroupChain([.. groups.Select(group => group!)]), augmented);
        }
        catch (ArgumentException)
        {
            reason = $"'{name}' is no chain of groups of which each holds the next, as p4m-p4-p2 is.";
            return null;
        }
    }
}
