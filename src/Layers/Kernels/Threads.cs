namespace GCnn.Layers;

/// <summary>Work on several threads.</summary>
internal static class Threads
{
    /// <summary>Calls <c>work(first, end)</c> for as many parts of <c>0 … count − 1</c> as there are threads.</summary>
    public static void Split(int count, int threads, Action<int, int> work)
    {
        int parts = Math.Max(1, Math.Min(count, threads));
        Run(parts, part => work((int)((long)count * part / parts), (int)((long)count * (part + 1) / parts)));
    }

    /// <summary>
    /// Does the tasks <c>0 … count − 1</c>, each thread the next one that nobody has begun; for tasks whose results do not depend on who does
    /// them.
    /// </summary>
    /// <typeparam name="TWorker">What a thread works with.</typeparam>
    /// <param name="count">The number of tasks.</param>
    /// <param name="threads">The threads to use, at most.</param>
    /// <param name="hire">Makes a thread's worker.</param>
    /// <param name="work">Does a task.</param>
    public static void Each<TWorker>(int count, int threads, Func<TWorker> hire, Action<TWorker, int> work)
        where TWorker : IDisposable
    {
        int begun = 0;
        void Part(int part)
        {
            using TWorker worker = hire();
            for (int task = Interlocked.Increment(ref begun) - 1; task < count; task = Interlocked.Increment(ref begun) - 1)
            {
                work(worker, task);
            }
        }

        Run(Math.Max(1, Math.Min(count, threads)), Part);
    }

    private static void Run(int parts, Action<int> part)
    {
        if (parts == 1)
        {
            part(0);
            return;
        }

        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = parts }, part);
    }
}
