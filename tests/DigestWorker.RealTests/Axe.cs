using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DigestWorker.RealTests;

internal static class Axe
{
    /// <summary>Nothing that axe knows is wrong with the page, and nothing has to be scrolled sideways for.</summary>
    public static async Task HasNoComplaintAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(violation => $"{page.Url.Split('/')[3]}: {violation.Id}: {violation.Help}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{page.Url.Split('/')[3]} is wider than the window");
    }
}
