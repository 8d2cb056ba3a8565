using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DigestWorker.RealTests;

/// <summary>Stopping the digest by the link of a mail that was really sent, in a real browser.</summary>
public sealed partial class StoppingTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(true, ColorScheme.Light, 600)]
    [InlineData(false, ColorScheme.Dark, 320)]
    public async Task A_reader_stops_and_takes_it_back(bool script, ColorScheme colours, int width)
    {
        Browser.Need();
        await using var service = await RunningService.StartAsync("lead@example.org");
        var page = await browser.VisitAsync(script, colours, width);

        await page.GotoAsync(service.Local(StopLink().Match(Assert.Single(service.Mails)).Groups[1].Value));
        await LooksRightAsync(page, script);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Stop() }).ClickAsync();
        Assert.Equal("Stopped", await page.Locator("h1").InnerTextAsync());
        await LooksRightAsync(page, script);
        Assert.Contains("0 of 1", await WantedAsync(service), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button).First.ClickAsync();
        Assert.Equal("You get the digest again", await page.Locator("h1").InnerTextAsync());
        await LooksRightAsync(page, script);
        Assert.Contains("1 of 1", await WantedAsync(service), StringComparison.Ordinal);
    }

    // axe is a script itself.
    private static Task LooksRightAsync(IPage page, bool script) => script ? Axe.HasNoComplaintAsync(page) : Task.CompletedTask;

    private static async Task<string> WantedAsync(RunningService service)
    {
        var listed = await service.DoAsync("subscribers", "list", "--json");
        return $"{Active().Count(listed.Out)} of 1";
    }

    [GeneratedRegex(@"List-Unsubscribe:\s+<([^>]+)>")]
    private static partial Regex StopLink();

    [GeneratedRegex("^(Stop|Unsubscribe)")]
    private static partial Regex Stop();

    [GeneratedRegex("\"state\": ?\"active\"", RegexOptions.IgnoreCase)]
    private static partial Regex Active();
}
