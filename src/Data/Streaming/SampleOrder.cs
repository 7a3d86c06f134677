namespace GCnn.Data;

/// <summary>The order in which samples are visited: which sample stands at which place. It is a function of the place, so that threads may
/// ask for any place at any time.</summary>
public abstract class SampleOrder
{
    private protected SampleOrder(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
    }

    /// <summary>The number of places.</summary>
    public long Count { get; }

    /// <summary>The number of the sample at a place.</summary>
    /// <param name="place">From 0 to <c>Count - 1</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public long this[long place]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(place);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, Count);
            return At(place);
        }
    }

    /// <summary>Samples <c>0, 1, ..., count - 1</c> as they stand.</summary>
    /// <param name="count">The number of samples.</param>
    public static SampleOrder Sequential(long count) => new SequentialOrder(count);

    /// <summary>A permutation of <c>0, ..., count - 1</c> that depends on seed and epoch alone. Nothing is stored: it takes the same few
    /// bytes for ten samples and for a billion.</summary>
    /// <param name="count">The number of samples, at most <c>2^62</c>.</param>
    /// <param name="seed">The seed of the whole run.</param>
    /// <param name="epoch">The epoch, so that each has another order.</param>
    public static SampleOrder Shuffled(long count, long seed, long epoch) => new ShuffledOrder(count, seed, epoch);

    /// <summary>Samples in an order that was made elsewhere.</summary>
    /// <param name="numbers">The samples' numbers by place; the list is kept, not copied.</param>
    public static SampleOrder Of(IReadOnlyList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return new ListedOrder(numbers);
    }

    private protected abstract long At(long place);

    private sealed class SequentialOrder(long count) : SampleOrder(count)
    {
        private protected override long At(long place) => place;
    }

    private sealed class ListedOrder(IReadOnlyList<int> numbers) : SampleOrder(numbers.Count)
    {
        private protected override long At(long place) => numbers[(int)place];
    }
}
