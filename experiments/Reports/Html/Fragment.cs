namespace GCnn.Experiments.Reports.Html;

/// <summary>
/// A piece of HTML. In <c>Fragment.Of($"...")</c> only what stands in the program is markup: everything that is put in is escaped, unless
/// it is a piece of HTML itself. So names from the data cannot become markup, whatever they hold.
/// </summary>
/// <param name="Html">The markup.</param>
internal sealed record Fragment(string Html)
{
    /// <summary>Nothing.</summary>
    public static Fragment Empty { get; } = new("");

    /// <summary>The piece that an interpolated string writes.</summary>
    public static Fragment Of(FragmentHandler markup) => new(markup.ToString());

    /// <summary>Pieces one after another.</summary>
    public static Fragment Join(IEnumerable<Fragment> pieces) => new(string.Concat(pieces.Select(piece => piece.Html)));

    /// <inheritdoc/>
    public override string ToString() => Html;
}
