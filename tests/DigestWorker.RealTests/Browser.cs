using DigestWorker.Tests.Support;
using Microsoft.Playwright;

namespace DigestWorker.RealTests;

/// <summary>The machine's Chromium, one for all tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static void Need() => Assert.SkipUnless(Tool.RealIsRequired, "Takes Chromium: set REQUIRE_REAL=1 to run it.");

    public async ValueTask InitializeAsync()
    {
        if (!Tool.RealIsRequired)
        {
            return;
        }

        Tool.MustBeThere("chromium");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    /// <summary>A visitor without any past: own cookies, own window.</summary>
    internal async Task<IPage> VisitAsync(bool script = true, ColorScheme colours = ColorScheme.Light, int width = 600)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = script,
            ColorScheme = colours,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
