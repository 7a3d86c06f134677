using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>What a net is trained to do: how far its output is from the targets, and what the output says.</summary>
public interface IObjective : IDisposable
{
    /// <summary>The numbers that the net gives for each image.</summary>
    int Outputs { get; }

    /// <summary>
    /// The sum of the weighted losses of a batch, and the sum of the weights. The loss of a batch is their quotient; that of parts of a
    /// batch
    /// on several ranks is the quotient of the sums over ranks.
    /// </summary>
    /// <remarks><b>Shapes:</b> <c>N x Outputs</c> and targets of <c>N</c> images to a scalar.</remarks>
    /// <param name="output">The net's output.</param>
    /// <param name="targets">The targets.</param>
    (Tensor Sum, double Weight) Loss(Tensor output, Tensor targets);

    /// <summary>What an output says: probabilities of classes, or fractions of votes.</summary>
    /// <remarks><b>Shapes:</b> <c>N x Outputs</c> to the same.</remarks>
    /// <param name="output">The net's output.</param>
    Tensor Answer(Tensor output);
}
