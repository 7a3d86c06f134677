using System.Runtime.InteropServices;
using System.Text;
using GCnn.Data;
using GCnn.Experiments.Models;
using static TorchSharp.torch;

namespace GCnn.Experiments.Predict;

/// <summary>Images to rows: reads a batch, asks the net in every pose, and writes down the answers. Safe from several threads, each with a
/// batch of its own.</summary>
/// <remarks>
/// A tensor always has as many images as a batch; where there are fewer, or bad ones, the rest are zeros. So the engine does the same sums
/// in the same order each time, and with a multiple of <see cref="PredictOptions.BatchStep"/> images none of them stands at the edge of a
/// block of a product of matrices, where the order is another: what a net says of an image does not depend on the images beside it, nor on
/// where in a batch it stands (BatchPredictorLaws).
/// </remarks>
internal sealed class BatchPredictor(ModelSource model, ObjectImages images, PoseSet poses, PredictOptions options)
{
    private readonly Answers _answers = new(model.Task);

    /// <summary>The columns of the rows.</summary>
    public PredictionColumns Columns { get; } = new(new Answers(model.Task));

    /// <summary>The rows of some images, in their order.</summary>
    /// <param name="numbers">The images' numbers.</param>
    /// <exception cref="DataException">One of them is bad, and bad images stop the run.</exception>
    public RowBatch Predict(IReadOnlyList<long> numbers)
    {
        using IDisposable noGrad = no_grad();
        using var scope = NewDisposeScope();
        Tensor batch = Blank();
        string?[] reasons = Fill(numbers, batch);
        return Rows(numbers, reasons, Outputs(poses.View(batch)));
    }

    /// <summary>Room for a batch, of zeros.</summary>
    public Tensor Blank() => zeros(options.Batch, 3, model.Size, model.Size);

    /// <summary>The net's outputs in every pose.</summary>
    /// <param name="seen">What the net sees.</param>
    public float[][] Outputs(Tensor seen) => [.. Enumerable.Range(0, poses.Count).Select(pose =>
    {
        using var scope = NewDisposeScope();
        return Forward(poses.Move(seen, pose)).data<float>().ToArray();
    })];

    /// <summary>The net's outputs.</summary>
    /// <param name="seen">What the net sees, in one pose.</param>
    public Tensor Forward(Tensor seen) => model.Net.call(seen);

    /// <summary>Reads images.</summary>
    /// <returns>For each of them why it is bad, or null.</returns>
    private string?[] Fill(IReadOnlyList<long> numbers, Tensor batch)
    {
        Span<float> pixels = MemoryMarshal.Cast<byte, float>(batch.bytes);
        var reasons = new string?[numbers.Count];
        for (int i = 0; i < reasons.Length; i++)
        {
            try
            {
                images.Read(numbers[i]).CopyTo(pixels[(i * images.Length)..]);
            }
            catch (SampleException bad)
            {
                reasons[i] = options.OnBad == BadImageRule.Stop ? throw new DataException(bad.Message, bad)
                    : bad.Clause.Length > 0 ? bad.Clause : bad.Message;
            }
        }

        return reasons;
    }

    private RowBatch Rows(IReadOnlyList<long> numbers, string?[] reasons, float[][] outputs)
    {
        var text = new StringBuilder();
        PredictSummary summary = default;
        for (int i = 0; i < reasons.Length; i++)
        {
            string id = images.IdOf(numbers[i]);
            if (reasons[i] is not { } reason)
            {
                (float[] probabilities, float? spread) = Answer(outputs, i);
                text.Append(Columns.Row(id, probabilities, spread));
                summary += new PredictSummary(1, 0, 0, spread);
            }
            else if (options.OnBad == BadImageRule.Row)
            {
                text.Append(Columns.BadRow(id, reason));
                summary += new PredictSummary(1, 1, 0, null);
            }
            else
            {
                summary += new PredictSummary(0, 0, 1, null);
            }
        }

        return new RowBatch(Encoding.UTF8.GetBytes(text.ToString()), summary, reasons.FirstOrDefault(reason => reason is not null));
    }

    private (float[] Probabilities, float? Spread) Answer(float[][] outputs, int image)
    {
        float[] Of(int pose) => _answers.About(outputs[pose].AsSpan(image * _answers.Count, _answers.Count));
        float[] still = Of(0);
        float spread = 0;
        for (int pose = 1; pose < poses.Count; pose++)
        {
            spread = Math.Max(spread, _answers.Change(still, Of(pose), poses.IsMirrored(pose)));
        }

        return (still, poses.HasSpread ? spread : null);
    }
}
