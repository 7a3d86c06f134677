namespace GCnn.Layers;

/// <summary>What an output makes of the pixels in its window.</summary>
public enum WindowReading
{
    /// <summary>Each pixel has a weight or a role of its own, by its place in the window.</summary>
    Taps,

    /// <summary>The largest; added pixels do not count.</summary>
    Maximum,

    /// <summary>The sum over a fixed number; added pixels count as 0.</summary>
    Mean,

    /// <summary>The sum with binomial coefficients as weights along both axes; added pixels count as 0.</summary>
    BinomialMean,

    /// <summary>The sum with weights along both axes that read the same from both ends; added pixels count as 0.</summary>
    SymmetricMean,

    /// <summary>The field's vector of largest norm; added pixels do not count.</summary>
    Longest,
}
