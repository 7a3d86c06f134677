namespace GCnn.Data;

/// <summary>Streaming the images of a source.</summary>
public static class ImageStream
{
    /// <summary>Reads images ahead on several threads and delivers them in an order.</summary>
    /// <param name="source">The images; it must stay open until the loader is disposed.</param>
    /// <param name="order">The order, such as <see cref="SampleOrder.Shuffled"/> for an epoch.</param>
    /// <param name="options">How to read, or null for the defaults.</param>
    /// <param name="cancellation">Stops the loader.</param>
    public static StreamingLoader<Planes> Stream(
        this ImageSource source, SampleOrder order, LoaderOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new StreamingLoader<Planes>(source.Location, order, source.Read, options, cancellation);
    }
}
