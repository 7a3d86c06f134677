using GCnn.Experiments.Data;

namespace GCnn.Experiments.Training;

/// <summary>The objective of a galaxy task.</summary>
public static class GalaxyObjective
{
    /// <summary>To learn the classes of some objects, or their fractions of votes.</summary>
    /// <param name="set">The set.</param>
    /// <param name="images">The training objects' numbers in it.</param>
    /// <param name="weighting">How much classes count.</param>
    public static IObjective Of(GalaxySet set, IReadOnlyList<int> images, ClassWeighting weighting)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(images);
        return set.Task == GalaxyTask.Votes
            ? new VoteFractions()
            : new Classification([.. set.Task.Classes.Select((_, c) => images.Count(i => set.Classes[i] == c))], weighting);
    }
}
