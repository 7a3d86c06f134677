using System.Numerics;

namespace GCnn.Groups;

/// <summary>A set of elements of one group, one bit each. Equal when the bits are.</summary>
internal sealed class ElementSet : IEquatable<ElementSet>
{
    private const int WordBits = 64;

    private readonly ulong[] _words;

    /// <summary>The empty set in a group of the given order.</summary>
    public ElementSet(int order) => _words = new ulong[(order + WordBits - 1) / WordBits];

    /// <summary>A set of the given elements.</summary>
    public ElementSet(int order, IEnumerable<int> members)
        : this(order)
    {
        foreach (int member in members)
        {
            Add(member);
        }
    }

    /// <summary>The number of elements.</summary>
    public int Count => _words.Sum(BitOperations.PopCount);

    /// <summary>Whether an element is in the set.</summary>
    public bool Contains(int g) => (_words[g / WordBits] >> (g % WordBits) & 1) != 0;

    /// <summary>Adds an element, and says whether it is new.</summary>
    public bool Add(int g)
    {
        bool isNew = !Contains(g);
        _words[g / WordBits] |= 1UL << (g % WordBits);
        return isNew;
    }

    /// <summary>Whether every element is in the other set.</summary>
    public bool IsSubsetOf(ElementSet other)
    {
        for (int i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & ~other._words[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The elements, in growing order.</summary>
    public int[] ToArray()
    {
        int[] members = new int[Count];
        int next = 0;
        for (int i = 0; i < _words.Length; i++)
        {
            for (ulong word = _words[i]; word != 0; word &= word - 1)
            {
                members[next++] = (i * WordBits) + BitOperations.TrailingZeroCount(word);
            }
        }

        return members;
    }

    /// <inheritdoc/>
    public bool Equals(ElementSet? other) => other is not null && _words.AsSpan().SequenceEqual(other._words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ElementSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (ulong word in _words)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }
}
