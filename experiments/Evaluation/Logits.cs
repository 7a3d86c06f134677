namespace GCnn.Experiments.Evaluation;

/// <summary>A model's scores: one row of <see cref="Classes"/> numbers for each image.</summary>
/// <param name="Values">All rows, one after another.</param>
/// <param name="Classes">Numbers in a row.</param>
public sealed record Logits(float[] Values, int Classes)
{
    /// <summary>The number of images.</summary>
    public int Count => Values.Length / Classes;

    /// <summary>The class of each image.</summary>
    public IReadOnlyList<int> Predicted => [.. Enumerable.Range(0, Count).Select(ClassOf)];

    /// <summary>The numbers of an image.</summary>
    /// <param name="image">The number of the image.</param>
    public ReadOnlySpan<float> Of(int image) => Values.AsSpan(image * Classes, Classes);

    /// <summary>The first numbers of each image alone.</summary>
    /// <param name="classes">How many.</param>
    public Logits First(int classes) => classes == Classes
        ? this
        : new Logits([.. Enumerable.Range(0, Count).SelectMany(i => Of(i)[..classes].ToArray())], classes);

    /// <summary>The class with the largest score, the first of equals.</summary>
    /// <param name="image">The number of an image.</param>
    public int ClassOf(int image)
    {
        ReadOnlySpan<float> row = Of(image);
        int best = 0;
        for (int c = 1; c < row.Length; c++)
        {
            if (row[c] > row[best])
            {
                best = c;
            }
        }

        return best;
    }

    /// <summary>The softmax of an image's scores.</summary>
    /// <param name="image">The number of an image.</param>
    public double[] Probabilities(int image) => Softmax(Of(image));

    /// <summary>Scores as probabilities, <c>exp(z_c) / sum exp(z_k)</c>.</summary>
    /// <param name="scores">The scores of one image.</param>
    public static double[] Softmax(ReadOnlySpan<float> scores)
    {
        double[] row = [.. scores];
        double most = row.Max();
        double[] exponentials = [.. row.Select(v => Math.Exp(v - most))];
        double sum = exponentials.Sum();
        return [.. exponentials.Select(e => e / sum)];
    }
}
