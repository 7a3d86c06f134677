using System.Text;

namespace TorchSharp.Modules;

public abstract partial class OptimizerHelper
{
    /// <summary>The options and states themselves, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            var first = dictionary.State.Count;
            dictionary.Options.Add(group.Options!);
            dictionary.State.AddRange(group.Parameters.Select(p => states[p.Handle]));
            dictionary.StateIndexRef.Add([.. Enumerable.Range(first, dictionary.State.Count - first)]);
        }

        return dictionary;
    }

    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        if (!state_dict.StateIndexRef.Select(group => group.Count).SequenceEqual(own.StateIndexRef.Select(group => group.Count)))
        {
            throw new ArgumentException(
                $"The state has groups of {Sizes(state_dict)} parameters, this {GetType().Name} has {Sizes(own)}.", nameof(state_dict));
        }

        foreach (var (target, source) in own.Options.Zip(state_dict.Options)) target.LoadStateDict(source);
        foreach (var (target, source) in own.State.Zip(state_dict.State)) target.LoadStateDict(source);
    }

    public void save_state_dict(string location) => AtomicFile.Write(location, stream =>
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        save_state_dict(writer);
    });

    public void save_state_dict(BinaryWriter writer)
    {
        var state = state_dict();
        writer.Write(GetType().Name);
        writer.WriteLeb128(state.Options.Count);
        writer.WriteLeb128(state.State.Count);
        foreach (var options in state.Options) options.SaveStateDict(writer);
        foreach (var entry in state.State) entry.SaveStateDict(writer);
    }

    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>
    /// Reads what <see cref="save_state_dict(BinaryWriter)"/> wrote for an optimiser of the same kind over the same parameters.
    /// </summary>
    /// <exception cref="InvalidDataException">The data end early, are no such state, or belong to another optimiser.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var own = state_dict();
        try
        {
            var kind = reader.ReadText();
            if (kind != GetType().Name) throw new InvalidDataException($"The data are the state of a {kind}, not of a {GetType().Name}.");
            var (groups, entries) = (reader.ReadLeb128(), reader.ReadLeb128());
            if (groups != own.Options.Count || entries != own.State.Count)
            {
                throw new InvalidDataException(
                    $"The data hold {groups} groups and {entries} parameters; this {kind} has {own.Options.Count} and {own.State.Count}.");
            }

            foreach (var options in own.Options) options.LoadStateDict(reader);
            foreach (var entry in own.State) entry.LoadStateDict(reader);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException($"Loading the state of a {GetType().Name}: the data end too early.", e);
        }
    }

    private static string Sizes(StateDictionary state) => string.Join(" + ", state.StateIndexRef.Select(group => group.Count));
}
