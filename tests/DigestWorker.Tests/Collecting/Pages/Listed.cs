using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.Pages.Listings;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Tests.Settings;

namespace DigestWorker.Tests.Collecting.Pages;

/// <summary>A listing page as the parser takes it, fetched from https://www.example.org/news.</summary>
internal static class Listed
{
    public static readonly Uri Address = new("https://www.example.org/news");

    public static ReadResult Result(string html, PageRecipe recipe, int maxEntries = 1000) =>
        new ListingParser(new CollectingSettings { MaxEntries = maxEntries }, new LateClock())
            .Parse(new Answer(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", Address), recipe);

    public static ReadResult.Read Read(string html, PageRecipe recipe, int maxEntries = 1000) =>
        Assert.IsType<ReadResult.Read>(Result(html, recipe, maxEntries));

    public static string Fault(string html, PageRecipe recipe) => Assert.IsType<ReadResult.Failed>(Result(html, recipe)).Reason;

    public static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "pages", name));

    /// <summary>A recipe that comes with the program.</summary>
    public static PageRecipe Ready(string name)
    {
        using var folder = new SettingsFolder();
        return Assert.Single(folder.Accept($$"""
            { "Sources": [{ "Name": "A", "Kind": "page-list", "Url": "https://www.example.org/news", "Recipe": "{{name}}" }] }
            """).Sources).Recipe!;
    }

    /// <summary>It is noon on 1 September 2026.</summary>
    private sealed class LateClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
