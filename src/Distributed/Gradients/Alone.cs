using static TorchSharp.torch;

namespace GCnn.Distributed;

/// <summary>A process that trains by itself: nothing is exchanged.</summary>
public sealed class Alone : IGradientExchange
{
    /// <inheritdoc/>
    public int Rank => 0;

    /// <inheritdoc/>
    public int Ranks => 1;

    /// <inheritdoc/>
    public bool Idle { get; set; }

    /// <inheritdoc/>
    public void Attach(nn.Module net)
    {
    }

    /// <inheritdoc/>
    public double Sum(double number) => number;

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Finish()
    {
    }
}
