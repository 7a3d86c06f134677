namespace GCnn.Layers;

/// <summary>A change that makes a net exact under every element that keeps the lattice.</summary>
/// <param name="Text">The change in words, such as <c>input 33 x 33</c>.</param>
/// <param name="Size">The size of the net's input, where that is the change.</param>
/// <param name="Padding">The padding of the first offending layer, where that is the change.</param>
/// <param name="OutputPadding">The output padding of the first offending layer, where that is the change.</param>
public sealed record Suggestion(string Text, ImageSize? Size = null, int? Padding = null, int? OutputPadding = null)
{
    private const string At = " at layer ";

    /// <summary>Where the layer whose padding changes stands; null where there is none.</summary>
    internal string? Path { get; init; }

    /// <summary>The same in a larger net, where a layer's path has a beginning.</summary>
    /// <param name="prefix">The path of the certified net in the larger one, such as <c>features</c>; empty if it is that net.</param>
    public Suggestion Within(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return Path is null || prefix.Length == 0 ? this : this with
        {
            Text = Text.Replace(At, $"{At}{prefix}{(Path.Length == 0 ? ' ' : '.')}", StringComparison.Ordinal),
            Path = Path.Length == 0 ? prefix : $"{prefix}.{Path}",
        };
    }
}
