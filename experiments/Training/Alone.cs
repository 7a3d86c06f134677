using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>The exchange of a process that trains by itself: every sum is its own number.</summary>
public sealed class Alone : IGradientExchange
{
    private Alone()
    {
    }

    /// <summary>The one of its kind.</summary>
    public static Alone Instance { get; } = new();

    /// <inheritdoc/>
    public int Rank => 0;

    /// <inheritdoc/>
    public int Ranks => 1;

    /// <inheritdoc/>
    public void Attach(nn.Module net)
    {
    }

    /// <inheritdoc/>
    public double Sum(double value) => value;

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Finish()
    {
    }
}
