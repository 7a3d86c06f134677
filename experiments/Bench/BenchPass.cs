namespace GCnn.Experiments.Bench;

/// <summary>What is timed.</summary>
public enum BenchPass
{
    /// <summary>The forward pass, without gradients.</summary>
    Forward,

    /// <summary>Of a convolution forward and both gradients; of a net a whole training step.</summary>
    Step,
}
