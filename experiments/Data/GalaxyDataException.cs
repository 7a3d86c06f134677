namespace GCnn.Experiments.Data;

/// <summary>The data cannot be used as given. The message is one sentence for the person at the command line; the command prints it and
/// ends with <see cref="ExitCode"/>.</summary>
public sealed class GalaxyDataException : Exception
{
    /// <summary>Makes the exception from its sentence.</summary>
    public GalaxyDataException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception from its sentence and what brought it to light.</summary>
    public GalaxyDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception with a sentence that says nothing in particular.</summary>
    public GalaxyDataException()
        : base("The data cannot be used as given.")
    {
    }

    /// <summary>What the command returns to the shell: 2, for a mistake in what it was given.</summary>
    public int ExitCode { get; } = 2;
}
