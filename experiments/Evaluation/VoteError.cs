using GCnn.Experiments.Data;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Evaluation;

/// <summary>How far predicted fractions of votes are from those that were given.</summary>
public static class VoteError
{
    /// <summary>
    /// The root of the mean over objects and answers of the squared difference, as the Galaxy Zoo challenge was judged [Dieleman2015].
    /// </summary>
    /// <param name="outputs">A net's outputs, which <see cref="VoteTree.Fractions"/> makes fractions of.</param>
    /// <param name="set">The set, of the task <see cref="GalaxyTask.Votes"/>.</param>
    /// <param name="images">The images' numbers in it.</param>
    /// <exception cref="ArgumentException">The numbers of images differ, or there are none.</exception>
    public static double Rmse(Logits outputs, GalaxySet set, IReadOnlyList<int> images)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(images);
        if (outputs.Count != images.Count || images.Count == 0)
        {
            throw new ArgumentException(
                $"VoteError: {outputs.Count} outputs for {images.Count} images; each needs one, and at least one image.", nameof(outputs));
        }

        double sum = 0;
        for (int i = 0; i < images.Count; i++)
        {
            double[] fractions = VoteTree.Fractions(outputs.Of(i));
            sum += fractions.Zip(set.Votes![images[i]], (p, v) => (p - v) * (p - v)).Average();
        }

        return Math.Sqrt(sum / images.Count);
    }
}
