namespace GCnn.Experiments.Predict;

/// <summary>What is done about an image that cannot be read.</summary>
public enum BadImageRule
{
    /// <summary>It gets a row without numbers, whose status says why.</summary>
    Row,

    /// <summary>It gets no row, and is counted.</summary>
    Skip,

    /// <summary>The run stops before it; the rows up to there stay.</summary>
    Stop,
}
