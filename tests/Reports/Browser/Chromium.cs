using Microsoft.Playwright;

namespace GCnn.Reports.Tests.Browser;

/// <summary>A browser without a window or a network, for all tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // As root there is no sandbox; the rest keeps Chromium from asking for anything by itself.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where it is installed; where it is not, the first place.</summary>
    public static string Program => Array.Find(Places, File.Exists) ?? Places[0];

    public async Task InitializeAsync()
    {
        if (File.Exists(Program))
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
        }
    }

    /// <summary>Opens a file in a window of a width.</summary>
    public async Task<OpenedPage> Open(string path, int width, ColorScheme scheme)
    {
        Assert.True(_browser is not null, $"there is no {Program}; ./gcnn test installs it on Debian");
        var window = new BrowserNewPageOptions
        {
            ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, Offline = true,
        };
        return await OpenedPage.Of(await _browser.NewPageAsync(window), path);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
