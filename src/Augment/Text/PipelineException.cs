namespace GCnn.Augment;

/// <summary>A text that is no pipeline, or a pipeline that has no text: one sentence for a person.</summary>
public sealed class PipelineException : Exception
{
    /// <summary>Without a sentence.</summary>
    public PipelineException()
    {
    }

    /// <summary>With a sentence.</summary>
    /// <param name="message">What was found, what was needed, and the likely fix.</param>
    public PipelineException(string message)
        : base(message)
    {
    }

    /// <summary>With a sentence and a cause.</summary>
    /// <param name="message">What was found, what was needed, and the likely fix.</param>
    /// <param name="innerException">The cause.</param>
    public PipelineException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
