namespace GCnn.Layers.Tests;

/// <summary>Threads of this process as the processes that share a batch.</summary>
internal sealed class ThreadReducer(bool[] counts) : IDisposable
{
    private readonly Barrier _barrier = new(counts.Length);
    private readonly double[][] _given = new double[counts.Length][];

    public IStatisticsReducer Of(int rank) => new Member(this, rank);

    /// <summary>Runs something on each of them.</summary>
    public T[] Run<T>(Func<int, T> of)
    {
        var results = new T[counts.Length];
        Exception? failure = null;
        Thread[] threads =
        [
            .. counts.Select((_, rank) => new Thread(() =>
            {
                try
                {
                    results[rank] = of(rank);
                }
                catch (Exception bad)
                {
                    failure = bad;
                    _barrier.RemoveParticipant();
                }
            })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return failure is null ? results : throw failure;
    }

    public void Dispose() => _barrier.Dispose();

    private sealed class Member(ThreadReducer all, int rank) : IStatisticsReducer
    {
        public bool Counts => all.Counts(rank);

        public void Sum(Span<double> numbers)
        {
            all._given[rank] = Counts ? numbers.ToArray() : new double[numbers.Length];
            all._barrier.SignalAndWait();
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = 0;
                foreach (double[] given in all._given)
                    numbers[i] += given[i];
            }

            all._barrier.SignalAndWait();
        }
    }

    private bool Counts(int rank) => counts[rank];
}
