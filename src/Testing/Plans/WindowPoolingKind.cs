namespace GCnn.Testing;

/// <summary>What a pooling step takes of each window.</summary>
public enum WindowPoolingKind
{
    /// <summary>The largest value.</summary>
    Max,

    /// <summary>The mean. Exact in float64 for kernels whose area is a power of 2.</summary>
    Average,
}
