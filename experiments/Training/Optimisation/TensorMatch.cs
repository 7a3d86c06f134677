using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>Copies tensors of a state into those that are there: all of them or, where one does not fit, none.</summary>
internal sealed class TensorMatch(IReadOnlyDictionary<string, Tensor> from)
{
    private readonly List<(Tensor Target, Tensor Source)> _pairs = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>A tensor of the state that may be missing.</summary>
    /// <exception cref="InvalidDataException">It is of another shape or type.</exception>
    public Tensor? Find(string name, Tensor like)
    {
        if (!from.TryGetValue(name, out Tensor? source))
        {
            return null;
        }

        _used.Add(name);
        return source.dtype == like.dtype && source.shape.AsSpan().SequenceEqual(like.shape)
            ? source
            : throw new InvalidDataException($"its '{name}' is {Kind(source)}, where {Kind(like)} is needed");
    }

    /// <summary>Pairs a tensor with the one that it will get its numbers from.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is of another shape or type.</exception>
    public void Add(string name, Tensor target) =>
        _pairs.Add((target, Find(name, target) ?? throw new InvalidDataException($"it has no '{name}'")));

    /// <summary>Pairs all tensors of a net.</summary>
    public void Add(string prefix, IReadOnlyDictionary<string, Tensor> targets)
    {
        foreach ((string name, Tensor target) in targets)
        {
            Add(prefix + name, target);
        }
    }

    /// <summary>Refuses tensors that nothing asked for.</summary>
    /// <exception cref="InvalidDataException">There is one.</exception>
    public void Close()
    {
        if (from.Keys.FirstOrDefault(name => !_used.Contains(name)) is { } foreign)
        {
            throw new InvalidDataException($"its '{foreign}' belongs to nothing");
        }
    }

    /// <summary>Copies.</summary>
    public void Copy()
    {
        using IDisposable _ = no_grad();
        foreach ((Tensor target, Tensor source) in _pairs)
        {
            target.copy_(source);
        }
    }

    private static string Kind(Tensor tensor) => $"{tensor.dtype} [{string.Join(", ", tensor.shape)}]";
}
