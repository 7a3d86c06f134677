using System.Collections.Concurrent;

namespace GCnn.Data.Tests.Streaming;

/// <summary>Samples that count themselves: how many were read and not yet given back, now and at most.</summary>
internal sealed class MadeSource
{
    private int _alive;
    private int _mostAlive;
    private int _reads;

    public int Alive => Volatile.Read(ref _alive);

    public int MostAlive => Volatile.Read(ref _mostAlive);

    public int Reads => Volatile.Read(ref _reads);

    /// <summary>The thread of each read, to see that there were several.</summary>
    public ConcurrentDictionary<int, bool> Threads { get; } = new();

    /// <summary>Takes longer for some numbers than for others, so that threads overtake each other.</summary>
    public long ReadSlowly(long number)
    {
        Threads[Environment.CurrentManagedThreadId] = true;
        Thread.SpinWait((int)(number * 7919 % 50));
        return Read(number);
    }

    public long Read(long number)
    {
        int alive = Interlocked.Increment(ref _alive), most;
        while (alive > (most = Volatile.Read(ref _mostAlive)))
            Interlocked.CompareExchange(ref _mostAlive, alive, most);
        Interlocked.Increment(ref _reads);
        return 10 * number;
    }

    /// <summary>The consumer has no more use for a sample.</summary>
    public void GiveBack() => Interlocked.Decrement(ref _alive);
}
