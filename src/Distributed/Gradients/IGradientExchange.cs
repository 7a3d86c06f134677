using static TorchSharp.torch;

namespace GCnn.Distributed;

/// <summary>
/// The processes that train one net together, each on its own images: after a backward pass every gradient is the sum over all of them,
/// and the statistics of a batch are those of the union of their batches.
/// </summary>
/// <remarks>
/// A step is <c>loss = sum of the losses / Sum(weight of the losses)</c>, then <see cref="Begin"/>, <c>loss.backward()</c>,
/// <see cref="Finish"/> and the optimiser's step. The loss is then that of one process on the union of the batches, and so are its
/// gradients. Source of averaging in buckets beside the backward pass: [Li2020].
/// </remarks>
public interface IGradientExchange
{
    /// <summary>The number of this process, from 0.</summary>
    int Rank { get; }

    /// <summary>How many processes there are.</summary>
    int Ranks { get; }

    /// <summary>
    /// Whether this process has no images in the step, and runs the net on a stand-in of which nothing may count: its statistics are left
    /// out, and the caller multiplies its loss and weight by 0. To be set before the forward pass.
    /// </summary>
    bool Idle { get; set; }

    /// <summary>
    /// Begins to look after a net: all processes get the parameters and buffers of process 0, and train by common statistics.
    /// </summary>
    /// <param name="net">The net, built alike in all processes.</param>
    void Attach(nn.Module net);

    /// <summary>The sum of a number over all processes, the same bits in each.</summary>
    /// <param name="value">This process's number.</param>
    double Sum(double value);

    /// <summary>Says that the next backward pass is the last of the step.</summary>
    void Begin();

    /// <summary>Waits until every gradient is the sum over all processes.</summary>
    void Finish();
}
