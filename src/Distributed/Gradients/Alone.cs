using static TorchSharp.torch;

namespace GCnn.Distributed;

/// <summary>A process that trains by itself: nothing is exchanged.</summary>
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
    /// <exception cref="InvalidOperationException">It is set: alone there is no other who has images.</exception>
    public bool Idle
    {
        get => false;
        set => _ = value ? throw new InvalidOperationException("A process that trains by itself needs images in each step.") : value;
    }

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
