using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DigestWorker.RealTests;

/// <summary>Somebody joins, chooses, pauses, stops and takes it back, in a real browser and by the mail that was really sent.</summary>
public sealed partial class JourneyTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(true, ColorScheme.Light, 600)]
    [InlineData(true, ColorScheme.Dark, 600)]
    [InlineData(true, ColorScheme.Light, 320)]
    [InlineData(false, ColorScheme.Dark, 320)]
    public async Task From_joining_to_stopping_and_back(bool script, ColorScheme colours, int width)
    {
        Browser.Need();
        await using var service = await RunningService.StartAsync("lead@example.org");
        var page = await browser.VisitAsync(script, colours, width);

        await JoinAsync(page, service, script);
        await page.GotoAsync(service.Local(await ConfirmLinkAsync(service)));
        await IsAsync(page, "Confirm your email address", script);
        await PressAsync(page, "Confirm");
        await IsAsync(page, "You get the weekly digest", script);

        await page.GetByRole(AriaRole.Link, new() { Name = "Choose topics, the day and more" }).ClickAsync();
        await ChooseAsync(page, script);
        await PauseAsync(page, script);

        await page.GetByRole(AriaRole.Link, new() { Name = "Stop this digest" }).ClickAsync();
        await IsAsync(page, "Stop this digest?", script);
        await PressAsync(page, "Stop the digest");
        await IsAsync(page, "Stopped", script);
        await PressAsync(page, "Take it back");
        await IsAsync(page, "You get the digest again", script);

        var shown = await service.DoAsync("subscribers", "show", "new@school.example.org", "--json");
        Assert.Contains("\"headteacher\"", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_stand_in_a_summary_that_leads_to_the_field_by_keyboard_alone()
    {
        Browser.Need();
        await using var service = await RunningService.StartAsync("lead@example.org");
        var page = await browser.VisitAsync();
        await page.GotoAsync(service.Page("subscribe"));
        await page.Locator("#email").FocusAsync();
        await page.Keyboard.TypeAsync("nobody");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".summary").WaitForAsync();

        await IsAsync(page, "Get the weekly digest: something to put right", script: true);
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.classList.contains('summary')"));
        await page.Locator(".summary a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.EndsWith("#email", page.Url, StringComparison.Ordinal);
        Assert.Equal("nobody", await page.Locator("#email").InputValueAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light, 600)]
    [InlineData(ColorScheme.Dark, 600)]
    [InlineData(ColorScheme.Light, 320)]
    public async Task The_pages_of_a_team_and_of_the_admin_are_sound(ColorScheme colours, int width)
    {
        Browser.Need();
        await using var service = await RunningService.StartAsync("lead@example.org");
        await File.WriteAllTextAsync(Path.Combine(service.Folder, "north.csv"), "email,name,role\nada@board.example.org,Ada Board,governor\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await service.DoAsync("subscribers", "import", "north.csv", "--team", "north")).ExitCode);
        var page = await browser.VisitAsync(colours: colours, width: width);

        await page.GotoAsync(service.Local((await service.DoAsync("teams", "link", "north")).Out.Trim()));
        await IsAsync(page, "north", script: true);
        await page.Locator("#people").FillAsync("sam@board.example.org, Sam Board, governor");
        await PressAsync(page, "Show what would happen");
        await IsAsync(page, "Look before you add", script: true);
        await PressAsync(page, "Add them");
        await IsAsync(page, "Added", script: true);

        await page.GotoAsync(service.StatusPage);
        await IsAsync(page, "Status", script: true);
    }

    private static async Task JoinAsync(IPage page, RunningService service, bool script)
    {
        await page.GotoAsync(service.Page("subscribe"));
        await IsAsync(page, "Get the weekly digest", script);
        await page.GetByLabel("Work email").FillAsync("new@school.example.org");
        await page.GetByLabel("Headteachers").CheckAsync();
        await page.GetByLabel("Your area").SelectOptionAsync("Wales");
        await PressAsync(page, "Send me a link to confirm");
        await IsAsync(page, "Check your inbox", script);
    }

    private static async Task ChooseAsync(IPage page, bool script)
    {
        await IsAsync(page, "Your digest", script);
        await page.GetByText("Topics that you always want").ClickAsync();
        await page.Locator("#follow-attendance").CheckAsync();
        await page.GetByLabel("The day it comes").SelectOptionAsync("3");
        await PressAsync(page, "Save");
        Assert.Equal("Saved.", await page.GetByRole(AriaRole.Status).InnerTextAsync());
        await IsAsync(page, "Your digest", script);
    }

    private static async Task PauseAsync(IPage page, bool script)
    {
        var day = TimeProvider.System.GetUtcNow().AddDays(30);
        await page.GetByLabel("Send nothing before").FillAsync($"{day:yyyy-MM-dd}");
        await PressAsync(page, "Pause");
        await IsAsync(page, "Paused", script);
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to your digest" }).ClickAsync();
        await IsAsync(page, "Your digest", script);
        await PressAsync(page, "End the pause now");
        await IsAsync(page, "The pause is over", script);
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to your digest" }).ClickAsync();
    }

    private static Task PressAsync(IPage page, string label) => page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();

    // axe is a script itself.
    private static async Task IsAsync(IPage page, string title, bool script)
    {
        Assert.Equal(title, await page.Locator("h1").InnerTextAsync());
        if (script)
        {
            await Axe.HasNoComplaintAsync(page);
        }
    }

    private static async Task<string> ConfirmLinkAsync(RunningService service)
    {
        for (var tries = 0; tries < 150; tries++)
        {
            if (service.Mails.Select(mail => ConfirmLink().Match(mail.Replace("=\r\n", "", StringComparison.Ordinal))).FirstOrDefault(link => link.Success) is { } link)
            {
                return link.Value;
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("No letter came within 30 seconds.");
    }

    [GeneratedRegex("https://[^\\s]+/confirm/[0-9a-f]{32}")]
    private static partial Regex ConfirmLink();
}
