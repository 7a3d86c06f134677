using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>
/// Adds up what several processes, the ranks, computed for the parts of one batch. The trainer calls, in each step and on every rank in the
/// same order: <see cref="Sum"/> with its weight, <see cref="Begin"/>, the backward pass, <see cref="Finish"/>, <see cref="Sum"/> with its loss.
/// </summary>
public interface IGradientExchange
{
    /// <summary>The number of this process, from 0.</summary>
    int Rank { get; }

    /// <summary>The number of processes.</summary>
    int Ranks { get; }

    /// <summary>Gets to know the net, once, before the first step; makes its weights those of rank 0.</summary>
    /// <param name="net">The net.</param>
    void Attach(nn.Module net);

    /// <summary>The sum of a number over all ranks; every rank gets the same.</summary>
    /// <param name="value">This rank's number.</param>
    double Sum(double value);

    /// <summary>Comes before a backward pass: gradients may be sent as soon as they are there.</summary>
    void Begin();

    /// <summary>Comes after a backward pass: every gradient is then the sum over all ranks.</summary>
    void Finish();
}
