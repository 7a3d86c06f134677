namespace GCnn.Layers;

/// <summary>A layer made of others that knows how often it multiplies by weights, or numbers with each other.</summary>
internal interface IArithmetic
{
    /// <summary>The multiply-adds of one image.</summary>
    /// <param name="positions">The number of positions of the image.</param>
    long MultiplyAdds(long positions);
}
