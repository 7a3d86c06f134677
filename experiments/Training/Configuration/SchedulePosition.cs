namespace GCnn.Experiments.Training;

/// <summary>A step of a training.</summary>
/// <param name="Step">Its number from the beginning, from 0.</param>
/// <param name="Steps">The steps of the whole training.</param>
/// <param name="StepsPerEpoch">The steps of an epoch.</param>
public readonly record struct SchedulePosition(long Step, long Steps, int StepsPerEpoch)
{
    /// <summary>The epoch it is in, from 0.</summary>
    public long Epoch => Step / StepsPerEpoch;
}
