namespace TorchSharp.Interop;

/// <summary>
/// Counts the native bytes that live tensors hold. The collector sees only a few managed bytes a tensor, so forgotten
/// tensors would pile up; when the count has doubled since the last look (and is above a floor), it is told to look.
/// A program that disposes its tensors never pays for this.
/// </summary>
internal static class NativeMemory
{
    private const long Floor = 256L << 20;

    private static readonly Lock Gate = new();
    private static long live;
    private static long limit = Floor;

    internal static void Add(long bytes)
    {
        if (Interlocked.Add(ref live, bytes) > Volatile.Read(ref limit)) Collect();
    }

    internal static void Remove(long bytes) => Interlocked.Add(ref live, -bytes);

    private static void Collect()
    {
        // One thread collects; the others go on.
        if (!Gate.TryEnter()) return;
        try
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Volatile.Write(ref limit, Math.Max(Floor, 2 * Volatile.Read(ref live)));
        }
        finally
        {
            Gate.Exit();
        }
    }
}
