namespace GCnn.Experiments.Kills;

/// <summary>Where in a training a kill fell, as the folder tells afterwards.</summary>
internal enum KillPlace
{
    /// <summary>Before there was any checkpoint.</summary>
    BeforeTheFirstCheckpoint,

    /// <summary>Before the process had written one of its own: it was starting, reading one or training on from it.</summary>
    BeforeItsOwnFirst,

    /// <summary>Between two checkpoints.</summary>
    BetweenTwo,

    /// <summary>While a checkpoint was written: the part that there was is still there.</summary>
    WhileWriting,

    /// <summary>After the training, while the net was measured or the results were written.</summary>
    AfterTheTraining,
}
