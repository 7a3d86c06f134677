namespace GCnn.Layers;

/// <summary>A layer that no plain modules compute.</summary>
internal interface INotExportable
{
    /// <summary>Why, as half a sentence, and what to use instead, as the other half.</summary>
    (string Why, string Instead) Refusal { get; }
}
