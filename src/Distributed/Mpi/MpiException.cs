namespace GCnn.Distributed;

/// <summary>MPI reported an error.</summary>
public sealed class MpiException : IOException
{
    /// <summary>An error without a message.</summary>
    public MpiException()
    {
    }

    /// <summary>An error with its message.</summary>
    /// <param name="message">One sentence.</param>
    public MpiException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its message and what caused it.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="innerException">The cause.</param>
    public MpiException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error with its message and a number.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="hresult">The number.</param>
    public MpiException(string message, int hresult)
        : base(message, hresult)
    {
    }
}
