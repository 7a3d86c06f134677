namespace GCnn.Layers;

/// <summary>A number of things in as few parts as may hold them, as even as can be.</summary>
internal static class Division
{
    /// <summary>The parts, each of at most a number of things.</summary>
    public static (int First, int Count)[] Even(int things, int most)
    {
        int parts = (things + most - 1) / most;
        return [.. Enumerable.Range(0, parts).Select(part =>
        {
            int first = (int)((long)things * part / parts);
            return (first, (int)((long)things * (part + 1) / parts) - first);
        })];
    }
}
