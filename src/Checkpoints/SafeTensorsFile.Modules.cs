using static TorchSharp.torch;

namespace GCnn.Checkpoints;

/// <content>Files and modules.</content>
public sealed partial class SafeTensorsFile
{
    private const int MostMisfits = 4;

    /// <summary>Copies tensors into the parameters and buffers of a module, all or none.</summary>
    /// <param name="module">The module.</param>
    /// <param name="prefix">What stands before the module's names in the file, such as <c>net.</c>; other tensors are passed over.</param>
    /// <param name="strict">
    /// Whether both must have the same names and types. Otherwise what both have is copied and converted; shapes must be equal in any case.
    /// </param>
    /// <returns>Names that only the module has, and names that only the file has, without the prefix.</returns>
    /// <exception cref="InvalidDataException">
    /// The file does not fit; one sentence that names what does not, and the module is as it was.
    /// </exception>
    public (IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected) LoadInto(
        nn.Module module, string prefix = "", bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(prefix);
        Dictionary<string, Tensor> state = module.state_dict();
        HashSet<string> given =
            [.. _entries.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..])];
        string[] missing = [.. state.Keys.Where(name => !given.Contains(name))];
        string[] unexpected = [.. given.Where(name => !state.ContainsKey(name)).Order(StringComparer.Ordinal)];
        List<string> problems = Misfits(state, prefix, strict);
        if (strict && missing.Length > 0)
        {
            problems.Add($"the file lacks {Quoted.Names(missing)}");
        }

        if (strict && unexpected.Length > 0)
        {
            problems.Add($"the module has no {Quoted.Names(unexpected)}");
        }

        if (problems.Count > 0)
        {
            throw new InvalidDataException($"{Path} does not fit the {module.GetName()}: {string.Join("; ", problems)}. "
                + "Build the module as the one that was saved.");
        }

        // Everything is read before anything is changed.
        using var scope = NewDisposeScope();
        (Tensor To, Tensor From)[] copies =
            [.. state.Where(entry => given.Contains(entry.Key)).Select(entry => (entry.Value, Read(prefix + entry.Key)))];
        using var _ = no_grad();
        foreach ((Tensor to, Tensor from) in copies)
        {
            to.copy_(from);
        }

        return (missing, unexpected);
    }

    private List<string> Misfits(Dictionary<string, Tensor> state, string prefix, bool strict)
    {
        List<string> misfits = [];
        foreach ((string name, Tensor target) in state)
        {
            if (!_entries.TryGetValue(prefix + name, out TensorEntry? entry))
            {
                continue;
            }

            if (!entry.Shape.SequenceEqual(target.shape))
            {
                misfits.Add($"{Quoted.Name(name)} has shape [{string.Join(", ", entry.Shape)}] in the file and "
                    + $"[{string.Join(", ", target.shape)}] in the module");
            }
            else if (strict && entry.Type != target.dtype)
            {
                misfits.Add($"{Quoted.Name(name)} holds {entry.Type} in the file and {target.dtype} in the module");
            }
        }

        return misfits.Count <= MostMisfits
            ? misfits
            : [.. misfits.Take(MostMisfits), $"{misfits.Count - MostMisfits} more have other shapes"];
    }
}
