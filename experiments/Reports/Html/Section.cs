namespace GCnn.Experiments.Reports.Html;

/// <summary>A part of the page that the list at its top leads to.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Body">What stands in it.</param>
internal sealed record Section(string Id, string Title, Fragment Body)
{
    /// <summary>The section with its heading.</summary>
    public Fragment Html => Fragment.Of($"<section id=\"{Id}\">\n<h2>{Title}</h2>\n{Body}</section>\n");

    /// <summary>Where the list leads to it.</summary>
    public Fragment Link => Fragment.Of($"<a href=\"#{Id}\">{Title}</a>\n");
}
