using GCnn.Experiments.Data;
using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Predict;

/// <summary>
/// What a net's outputs say: a probability for each class, by softmax, or the fractions of votes of a decision tree (<see cref="VoteTree"/>);
/// and how both follow a reflection of the image.
/// </summary>
/// <param name="task">The task, which gives the classes and what the outputs are about.</param>
internal sealed class Answers(GalaxyTask task)
{
    /// <summary>How many numbers an answer has.</summary>
    public int Count => task.Outputs;

    /// <summary>The classes' names.</summary>
    public IReadOnlyList<string> Classes => task.Classes;

    /// <summary>The names of the columns, in their order.</summary>
    public IReadOnlyList<string> Columns => [.. task.OutputNames.Select(name => $"p_{name}")];

    /// <summary>The answer about one image: probabilities, or fractions of votes.</summary>
    /// <param name="outputs">The net's outputs for the image.</param>
    public float[] About(ReadOnlySpan<float> outputs) =>
        task == GalaxyTask.Votes ? Array.ConvertAll(VoteTree.Fractions(outputs), fraction => (float)fraction) : Of(outputs);

    /// <summary>The probabilities of one image, <c>exp(z_c) / sum exp(z_k)</c>.</summary>
    /// <param name="outputs">The net's outputs for the image.</param>
    public static float[] Of(ReadOnlySpan<float> outputs) =>
        Array.ConvertAll(Logits.Softmax(outputs), probability => (float)probability);

    /// <summary>The most probable class, the first of equals; of votes, the answer to the first question.</summary>
    /// <param name="probabilities">The answer.</param>
    public string ClassOf(float[] probabilities)
    {
        float[] classes = probabilities[..task.Classes.Count];
        return task.Classes[Array.IndexOf(classes, classes.Max())];
    }

    /// <summary>The largest change of any probability from one pose to another, <c>max_c |q_σ(c) - p_c|</c>, where the class <c>σ(c)</c> is
    /// what the movement makes of the class <c>c</c>.</summary>
    /// <param name="still">The answer to the image as it is.</param>
    /// <param name="moved">The answer to the moved image.</param>
    /// <param name="mirrored">Whether it was mirrored.</param>
    public float Change(float[] still, float[] moved, bool mirrored)
    {
        float most = 0;
        for (int c = 0; c < still.Length; c++)
        {
            most = Math.Max(most, Math.Abs(moved[mirrored && c < task.Reflection.Count ? task.Reflection[c] : c] - still[c]));
        }

        return most;
    }
}
