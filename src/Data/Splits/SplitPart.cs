namespace GCnn.Data;

/// <summary>Where an object belongs.</summary>
public enum SplitPart
{
    /// <summary>The network learns from it.</summary>
    Train,

    /// <summary>It helps to choose the best epoch.</summary>
    Validation,

    /// <summary>It is looked at once, at the end.</summary>
    Test,
}
