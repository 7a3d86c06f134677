namespace GCnn.Experiments.Training;

/// <summary>Weights of a class-weighted loss: <c>w_c = N / (K n_c)</c>, so that every class counts alike whatever its size.</summary>
public static class ClassWeights
{
    /// <summary>The weights.</summary>
    /// <param name="counts">Objects of each class; a class without any weighs nothing.</param>
    public static float[] Balanced(IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        float total = counts.Sum();
        return [.. counts.Select(count => count == 0 ? 0 : total / (counts.Count * count))];
    }
}
