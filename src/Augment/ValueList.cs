using System.Collections;
using System.Runtime.CompilerServices;

namespace GCnn.Augment;

/// <summary>A list that is a value: two are equal when their items are, in order, so that the records which hold them are, too.</summary>
/// <remarks>It is written as a collection expression: <c>ValueList&lt;double&gt; means = [0.4, 0.5, 0.6]</c>.</remarks>
/// <typeparam name="T">The kind of item.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Of))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] _items;

    internal ValueList(ReadOnlySpan<T> items) => _items = [.. items];

    /// <summary>The number of items.</summary>
    public int Count => _items.Length;

    /// <summary>An item by its place, from 0.</summary>
    /// <param name="index">The place.</param>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether the items are equal, in order.</summary>
    /// <param name="other">The list to compare with.</param>
    public bool Equals(ValueList<T>? other) => other is not null && _items.SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _items.Aggregate(_items.Length, HashCode.Combine);

    /// <summary>The items as <c>[a, b, c]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", _items)}]";
}

/// <summary>Makes lists that are values.</summary>
public static class ValueList
{
    /// <summary>The list of some items.</summary>
    /// <typeparam name="T">The kind of item.</typeparam>
    /// <param name="items">The items, in order.</param>
    public static ValueList<T> Of<T>(ReadOnlySpan<T> items) => new(items);
}
