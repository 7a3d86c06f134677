using Microsoft.Playwright;

namespace GCnn.Reports.Tests.Browser;

/// <summary>A page in the browser, and what there is to complain of.</summary>
public sealed class OpenedPage : IAsyncDisposable
{
    private const int Patience = 60_000;

    // Of each chart its title, if it is not drawn: no picture of Vega's, or none of whose marks has a size.
    private const string Undrawn =
        """
        () => [...document.querySelectorAll('.chart')]
          .filter(chart => ![...chart.querySelectorAll('svg.marks .role-mark path, svg.marks .role-mark line')]
            .some(mark => { const box = mark.getBoundingClientRect(); return box.width + box.height > 1; }))
          .map(chart => chart.querySelector('h3').textContent)
        """;

    private readonly IPage _page;
    private readonly List<string> _complaints = [];

    private OpenedPage(IPage page) => _page = page;

    /// <summary>Loads a file, waits until its charts are drawn or have failed, and looks for whatever is wrong.</summary>
    public static async Task<OpenedPage> Of(IPage page, string path)
    {
        var opened = new OpenedPage(page);
        await opened.Load(path);
        await opened.Look();
        return opened;
    }

    /// <summary>Errors and warnings of the console, requests, charts that are not drawn, and a page wider than its window.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>The number of charts.</summary>
    public Task<int> Charts => _page.Locator(".chart").CountAsync();

    /// <summary>The value of an expression.</summary>
    public Task<T> Evaluate<T>(string expression) => _page.EvaluateAsync<T>(expression);

    public async ValueTask DisposeAsync() => await _page.CloseAsync();

    private async Task Load(string path)
    {
        string address = new Uri(path).AbsoluteUri;
        _page.Console += (_, message) => Note(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        _page.PageError += (_, error) => Note(true, $"error of the page: {error}");
        _page.Request += (_, request) => Note(
            request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal), $"request: {request.Url}");
        await _page.GotoAsync(address);
        await _page.WaitForSelectorAsync("html[data-charts=drawn]", new() { Timeout = Patience });
    }

    private async Task Look()
    {
        foreach (string chart in await _page.EvaluateAsync<string[]>(Undrawn))
            Note(true, $"not drawn: {chart}");
        int window = _page.ViewportSize!.Width;
        int width = await _page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Note(width > window, $"{width} pixels wide in a window of {window}");
    }

    private void Note(bool wrong, string complaint)
    {
        if (wrong)
            _complaints.Add(complaint);
    }
}
