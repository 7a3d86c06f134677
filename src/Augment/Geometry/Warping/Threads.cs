using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Images on several threads: as many as libtorch uses.</summary>
internal static class Threads
{
    /// <summary>Calls <c>work(first, end)</c> for as many parts of <c>0 … count − 1</c> as there are threads.</summary>
    public static void Split(int count, Action<int, int> work)
    {
        int parts = Math.Min(count, get_num_threads());
        if (parts == 1)
        {
            work(0, count);
            return;
        }

        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = parts }, part =>
            work((int)((long)count * part / parts), (int)((long)count * (part + 1) / parts)));
    }
}
