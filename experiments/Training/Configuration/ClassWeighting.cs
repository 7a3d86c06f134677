namespace GCnn.Experiments.Training;

/// <summary>How much the classes count in a loss.</summary>
public enum ClassWeighting
{
    /// <summary>Every class alike, whatever its size: <see cref="ClassWeights.Balanced"/>.</summary>
    Balanced,

    /// <summary>Every object alike.</summary>
    None,
}
