using GCnn.Experiments.CommandLine;
using GCnn.Groups;

namespace GCnn.Experiments.Models;

/// <summary>A model of the comparison: its plane group, and whether training adds random symmetries of its lattice.</summary>
/// <param name="Name">As given: <c>z2</c>, <c>z2+aug</c>, <c>p4m</c>, <c>p6m</c>.</param>
/// <param name="Group">The group the net commutes with; p1 for the plain CNN.</param>
/// <param name="Augmented">Whether each training image is moved by a random element of p4m, or of p6m on the hexagonal lattice.</param>
public sealed record ModelName(string Name, PlaneGroup Group, bool Augmented)
{
    private const string Suffix = "+aug";

    /// <summary>Reads a list such as <c>z2,z2+aug,p4,p4m</c>.</summary>
    /// <param name="list">Names, by comma.</param>
    /// <exception cref="UsageException">A name is unknown or given twice, or there is none.</exception>
    public static IReadOnlyList<ModelName> ParseList(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        ModelName[] models = [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
        if (models.Length == 0)
        {
            throw new UsageException($"--models '{list}' names no model; try z2,p4m.");
        }

        return models.DistinctBy(model => model.Name).Count() == models.Length
            ? models
            : throw new UsageException($"--models {list}: a model is named twice; name each once.");
    }

    private static ModelName Parse(string name)
    {
        bool augmented = name.EndsWith(Suffix, StringComparison.Ordinal);
        string group = augmented ? name[..^Suffix.Length] : name;
        PlaneGroup? found = group == "z2" ? PlaneGroup.P1 : PlaneGroup.All.FirstOrDefault(g => g.Name == group);
        return found is not null
            ? new ModelName(name, found, augmented)
            : throw new UsageException(
                $"--models: '{name}' is not known; there are z2 and {string.Join(", ", PlaneGroup.All.Select(g => g.Name))}, " +
                $"each with or without {Suffix}.");
    }
}
