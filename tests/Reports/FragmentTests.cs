using GCnn.Experiments.Reports.Html;
using GCnn.Reports.Tests.Support;

namespace GCnn.Reports.Tests;

public sealed class FragmentTests
{
    [Fact]
    public void What_is_put_in_is_escaped_and_what_stands_there_is_not()
    {
        const string Name = "<b title=\"x\">&'</b>";
        Assert.Equal("<i>&lt;b title=&quot;x&quot;&gt;&amp;&#39;&lt;/b&gt;</i>", Fragment.Of($"<i>{Name}</i>").Html);
    }

    [Fact]
    public void A_piece_of_HTML_is_not_escaped_again()
    {
        Fragment inner = Fragment.Of($"<b>{"&"}</b>");
        Assert.Equal("<i><b>&amp;</b></i>", Fragment.Of($"<i>{inner}</i>").Html);
        Assert.Equal("<b>&amp;</b><b>&amp;</b>", Fragment.Of($"{new[] { inner, inner }}").Html);
        Assert.Equal("<b>&amp;</b><b>&amp;</b>", Fragment.Join([inner, inner]).Html);
    }

    [Fact]
    public void Numbers_are_written_without_a_culture() => Assert.Equal("1234.50", Fragment.Of($"{1234.5:0.00}").Html);

    [Fact]
    public void Control_characters_and_halves_of_pairs_are_replaced()
    {
        Assert.Equal("a\uFFFDb\n", Fragment.Of($"{"a\0b\n"}").Html);
        Assert.DoesNotContain('\uD800', Fragment.Of($"{"\uD800"}").Html);
        Assert.DoesNotContain('<', Fragment.Of($"{MadeReport.Hostile}").Html);
    }
}
