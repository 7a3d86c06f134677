namespace GCnn.Reports.Tests.Browser;

/// <summary>A test that needs Chromium: skipped where there is none and the set-up cannot install it, which on Debian it can.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!File.Exists(Chromium.Program) && !File.Exists("/etc/debian_version"))
            Skip = "Chromium is not installed";
    }
}
