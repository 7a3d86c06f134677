namespace GCnn.Data;

/// <summary>One sample of a source cannot be used; the others may be. Whoever reads the source counts it, and skips it or stops by rule.
/// The message is one sentence, in one line, that names the source and the sample.</summary>
public sealed class SampleException : Exception
{
    /// <summary>Makes the exception from what is wrong with a sample.</summary>
    /// <param name="location">The source.</param>
    /// <param name="id">The sample's name in it.</param>
    /// <param name="clause">What is wrong, with the sample as its subject: "is cut short ...".</param>
    /// <param name="innerException">What brought it to light.</param>
    public SampleException(string location, string id, string clause, Exception? innerException = null)
        : base(Sentence.OneLine($"'{location}': '{id}' {clause.TrimEnd('.')}."), innerException)
    {
        Id = id;
        Clause = Sentence.OneLine(clause);
    }

    /// <summary>Makes the exception from its sentence.</summary>
    public SampleException(string message)
        : base(Sentence.OneLine(message))
    {
    }

    /// <summary>Makes the exception from its sentence and what brought it to light.</summary>
    public SampleException(string message, Exception innerException)
        : base(Sentence.OneLine(message), innerException)
    {
    }

    /// <summary>Makes the exception with a sentence that says nothing in particular.</summary>
    public SampleException()
        : base("A sample cannot be used.")
    {
    }

    /// <summary>The sample's name in its source; empty where it was not given.</summary>
    public string Id { get; } = "";

    /// <summary>What is wrong, with the sample as its subject; empty where it was not given.</summary>
    public string Clause { get; } = "";
}
