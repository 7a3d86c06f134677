namespace GCnn.Groups;

/// <summary>A gather: <c>out[i] = in[Sources[i]]</c>. Equal when sources and input lengths are equal.</summary>
public sealed class IndexMap : IEquatable<IndexMap>
{
    private readonly long[] _sources;

    /// <summary>Keeps a copy of the sources.</summary>
    /// <param name="sources">For each output the index of its input.</param>
    /// <param name="inputLength">The number of inputs.</param>
    /// <exception cref="ArgumentException">A source is not an input.</exception>
    public IndexMap(ReadOnlySpan<long> sources, long inputLength)
    {
        _sources = sources.ToArray();
        InputLength = inputLength;
        int bad = Array.FindIndex(_sources, source => source < 0 || source >= inputLength);
        if (bad >= 0)
        {
            throw new ArgumentException(
                $"Output {bad} is gathered from input {_sources[bad]}, but the {inputLength} inputs are numbered from 0.", nameof(sources));
        }
    }

    /// <summary>For each output the index of its input.</summary>
    public ReadOnlySpan<long> Sources => _sources;

    /// <summary>The number of inputs.</summary>
    public long InputLength { get; }

    /// <summary>The number of outputs.</summary>
    public int Length => _sources.Length;

    /// <summary>Whether every input is the source of exactly one output.</summary>
    public bool IsPermutation => InputLength == Length && _sources.Distinct().Count() == Length;

    /// <summary>The map that changes nothing.</summary>
    /// <param name="length">The number of inputs and outputs.</param>
    public static IndexMap Identity(int length) => new([.. Enumerable.Range(0, length).Select(i => (long)i)], length);

    /// <summary>The map <c>this ∘ first</c>, which applies <c>first</c> first: its sources are <c>first[this[i]]</c>.</summary>
    /// <param name="first">The map applied first.</param>
    /// <exception cref="ArgumentException">The outputs of <paramref name="first"/> are not the inputs of this map.</exception>
    public IndexMap Compose(IndexMap first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return first.Length == InputLength
            ? new IndexMap(Array.ConvertAll(_sources, source => first._sources[source]), first.InputLength)
            : throw new ArgumentException(
                $"The map applied first has {first.Length} outputs; this one needs {InputLength} inputs. Were the maps exchanged?",
                nameof(first));
    }

    /// <summary>The inverse of a permutation: what this map moves from <c>j</c> to <c>i</c> it moves from <c>i</c> to <c>j</c>.</summary>
    /// <exception cref="InvalidOperationException">The map is not a permutation.</exception>
    public IndexMap Invert()
    {
        if (!IsPermutation)
        {
            throw new InvalidOperationException(
                $"A gather of {Length} outputs from {InputLength} inputs, {_sources.Distinct().Count()} of them used, has no inverse; " +
                "only a permutation has.");
        }

        long[] inverse = new long[Length];
        for (int i = 0; i < Length; i++)
        {
            inverse[_sources[i]] = i;
        }

        return new IndexMap(inverse, Length);
    }

    /// <summary>Gathers values: <c>result[i] = input[Sources[i]]</c>.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="input">As many values as the map has inputs.</param>
    /// <exception cref="ArgumentException">The number of values is not <see cref="InputLength"/>.</exception>
    public T[] Apply<T>(ReadOnlySpan<T> input)
    {
        if (input.Length != InputLength)
        {
            throw new ArgumentException($"The map gathers from {InputLength} values; it was given {input.Length}.", nameof(input));
        }

        T[] output = new T[Length];
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = input[(int)_sources[i]];
        }

        return output;
    }

    /// <summary>Whether both gather the same inputs in the same order, from equally many.</summary>
    /// <param name="other">The map to compare with.</param>
    public bool Equals(IndexMap? other) =>
        other is not null && InputLength == other.InputLength && _sources.AsSpan().SequenceEqual(other._sources);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IndexMap);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(InputLength, Length, _sources.FirstOrDefault(), _sources.LastOrDefault());

    /// <summary>The numbers of inputs and outputs.</summary>
    public override string ToString() => $"index map from {InputLength} to {Length}";
}
