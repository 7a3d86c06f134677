namespace GCnn.Data;

/// <summary>Turns what may go wrong in reading a source into one sentence.</summary>
internal static class Reading
{
    /// <summary>Runs what reads a whole source.</summary>
    /// <param name="location">The source, as it was given.</param>
    /// <param name="read">Throws clauses that have the source as their subject.</param>
    /// <exception cref="DataException">What went wrong.</exception>
    public static T Source<T>(string location, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException bad)
        {
            throw new DataException($"'{location}' {bad.Message.TrimEnd('.')}.", bad);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"'{location}' cannot be read: {unreadable.Message.TrimEnd('.')}.", unreadable);
        }
        catch (DllNotFoundException missing)
        {
            throw new DataException(missing.Message, missing);
        }
    }
}
