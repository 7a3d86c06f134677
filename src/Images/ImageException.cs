namespace GCnn.Images;

/// <summary>An image that cannot be used: not JPEG or PNG, cut short, corrupt, or too large. The message is a clause without the file's
/// name ("is cut short or corrupt ..."), so that whoever knows the name can put it in front.</summary>
public sealed class ImageException : Exception
{
    /// <summary>Makes the exception from the clause that says what is wrong.</summary>
    public ImageException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception from the clause that says what is wrong, and what brought it to light.</summary>
    public ImageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception with a clause that says nothing in particular.</summary>
    public ImageException()
        : base("cannot be used as an image")
    {
    }
}
