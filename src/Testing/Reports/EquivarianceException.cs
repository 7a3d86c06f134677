namespace GCnn.Testing;

/// <summary>A function was found not to be equivariant, or the measurement could not have told. Any test framework reports it.</summary>
public sealed class EquivarianceException : Exception
{
    /// <summary>A failure in words, with the measurement behind it.</summary>
    /// <param name="message">What was found; it names the element, the index, both values and the error.</param>
    /// <param name="report">The measurement.</param>
    public EquivarianceException(string message, EquivarianceReport report)
        : base(message) => Report = report;

    /// <summary>A failure in words, where there was nothing to measure.</summary>
    /// <param name="message">What was found.</param>
    public EquivarianceException(string message)
        : base(message)
    {
    }

    /// <summary>A failure in words that another failure caused.</summary>
    /// <param name="message">What was found.</param>
    /// <param name="innerException">The cause.</param>
    public EquivarianceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A failure without words.</summary>
    public EquivarianceException()
    {
    }

    /// <summary>The measurement behind the failure; null where there was none to make, as when shapes differ.</summary>
    public EquivarianceReport? Report { get; }
}
