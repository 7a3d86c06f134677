namespace GCnn.Data;

/// <summary>A source of data cannot be used at all. The message is one sentence, in one line, for the person who gave it.</summary>
public sealed class DataException : Exception
{
    /// <summary>Makes the exception from its sentence; control characters, which a file's name or content may bring, become
    /// spaces.</summary>
    public DataException(string message)
        : base(Sentence.OneLine(message))
    {
    }

    /// <summary>Makes the exception from its sentence and what brought it to light.</summary>
    public DataException(string message, Exception innerException)
        : base(Sentence.OneLine(message), innerException)
    {
    }

    /// <summary>Makes the exception with a sentence that says nothing in particular.</summary>
    public DataException()
        : base("The data cannot be used as given.")
    {
    }
}
