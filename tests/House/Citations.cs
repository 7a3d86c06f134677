using System.Text.RegularExpressions;

namespace GCnn.House.Tests;

/// <summary>Every source that the code cites is in REFERENCES.md, and nothing stands there twice.</summary>
public partial class Citations
{
    [Fact]
    public void Every_citation_has_its_reference()
    {
        HashSet<string> known = [.. Keys(Repository.Read("REFERENCES.md"))];
        string[] cited = [.. Repository.Sources("src").Concat(Repository.Sources("experiments")).SelectMany(path => Keys(File.ReadAllText(path))).Distinct()];
        Assert.NotEmpty(cited);
        Assert.Empty(cited.Except(known));
    }

    [Fact]
    public void No_reference_stands_twice()
    {
        string[] entries = [.. Entry().Matches(Repository.Read("REFERENCES.md")).Select(m => m.Groups["key"].Value)];
        Assert.Equal(entries.Distinct(), entries);
    }

    private static IEnumerable<string> Keys(string text) => Key().Matches(text).Select(m => m.Groups["key"].Value);

    [GeneratedRegex(@"\[(?<key>[A-Z][A-Za-z]+\d{4})\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Key();

    [GeneratedRegex(@"^- \*\*\[(?<key>\w+)\]\*\*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Entry();
}
