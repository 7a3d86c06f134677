namespace GCnn.Experiments.Data;

/// <summary>An image that could not be read, and why.</summary>
/// <param name="File">Its path in the archive.</param>
/// <param name="Reason">A clause: "is cut short or corrupt ...".</param>
public sealed record SkippedImage(string File, string Reason)
{
    /// <summary>One sentence.</summary>
    public override string ToString() => $"{File} {Reason}";
}
