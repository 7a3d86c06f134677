using GCnn.Augment;

namespace GCnn.Experiments.Kills;

/// <summary>When to kill: after a time, or at the first writing after it.</summary>
/// <param name="After">The time from the process's start.</param>
/// <param name="AtWriting">Whether to wait until a file is being written.</param>
internal readonly record struct KillMoment(TimeSpan After, bool AtWriting)
{
    // Writing takes so little time that few moments would fall into it.
    private const int OneInWriting = 4;

    /// <summary>Draws a moment: its time is uniform over the length of the whole run.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="number">The number of the kill.</param>
    /// <param name="run">How long the run takes when nobody kills it.</param>
    public static KillMoment Draw(int seed, int number, TimeSpan run)
    {
        var stream = new SampleStream(seed, 0, number);
        return new KillMoment(run * stream.NextUnit(), stream.NextIndex(OneInWriting) == 0);
    }
}
