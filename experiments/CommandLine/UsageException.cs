namespace GCnn.Experiments.CommandLine;

/// <summary>What the user asked for cannot be done; the message is the one sentence shown.</summary>
public sealed class UsageException : Exception
{
    /// <summary>A request that cannot be done.</summary>
    public UsageException()
    {
    }

    /// <summary>A request that cannot be done, and why.</summary>
    /// <param name="message">What was given, what was needed, the likely fix.</param>
    public UsageException(string message)
        : base(message)
    {
    }

    /// <summary>A request that cannot be done, and why.</summary>
    /// <param name="message">What was given, what was needed, the likely fix.</param>
    /// <param name="innerException">The failure behind it.</param>
    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
