using System.Globalization;
using DigestWorker.Collecting;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>One page that several rows of the settings show, or one row at several addresses.</summary>
public sealed class TakingOverTests : IDisposable
{
    private const string Address = "https://www.example.org/safeguarding/report-a-concern";

    private const string Procedure = "Whoever is worried about a child should call the front door on the same day and say what was seen.";

    private static readonly string Whole = string.Concat(Enumerable.Repeat($"{Procedure}\n\n", 8));

    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 16, 8, 0, 0, TimeSpan.Zero));

    public TakingOverTests()
    {
        _newsroom.Publish("news");
        _newsroom.PublishPage("list", "dfe-find-statistics", "");
        _newsroom.PublishWatched("page", "");
    }

    [Fact]
    public async Task A_page_that_is_watched_is_judged_though_a_list_showed_it_first()
    {
        await ShowAsync("list", Line("30 October 2025"));
        await ShowAsync("page", Page(Whole));
        Assert.Equal((1, 0), (Entries(), Revisions()));

        await ShowAsync("page", Page(Stricter(Whole)));
        Assert.Equal((1, 1), (Entries(), Revisions()));

        await ShowAsync("list", Line("29 October 2026"));
        Assert.Equal((1, 1), (Entries(), Revisions()));
    }

    [Fact]
    public async Task A_list_leaves_the_page_to_whoever_watches_it()
    {
        await ShowAsync("page", Page(Whole));
        await ShowAsync("list", Line("30 October 2025"));
        await ShowAsync("list", Line("29 October 2026"));
        Assert.Equal((1, 0), (Entries(), Revisions()));

        await ShowAsync("page", Page(Stricter(Whole)));

        Assert.Equal((1, 1), (Entries(), Revisions()));
    }

    [Theory]
    [InlineData("Access denied", 8)]
    [InlineData("Sign in", 8)]
    [InlineData("Just a moment...", 8)]
    [InlineData("Report a concern", 1)]
    public async Task A_first_text_that_looks_like_a_failed_fetch_takes_nothing_over_and_is_told(string title, int paragraphs)
    {
        await ShowAsync("news", Page(Whole));
        var bad = string.Concat(Enumerable.Repeat("Ask the business unit for what stood here till then.\n\n", paragraphs));
        var counts = await ShowAsync("page", Page(bad) with { Title = title });

        Assert.Contains($"'{title}' came with a text that looks like a failed fetch; that which news gave stays", Fault(counts), StringComparison.Ordinal);
        Assert.DoesNotContain("another Name", Fault(counts), StringComparison.Ordinal);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where content like 'Whoever is worried%'"));

        await ShowAsync("page", Page(Whole));
        await ShowAsync("page", Page(Stricter(Whole)));
        Assert.Equal((1, 1), (Entries(), Revisions()));
    }

    [Fact]
    public async Task A_row_that_was_renamed_since_the_page_is_short_now_takes_the_short_text()
    {
        await ShowAsync("page", Page(Whole));
        Assert.Contains("give its row in Sources another Name", Fault(await ShowAsync("page", Page(Procedure))), StringComparison.Ordinal);
        _newsroom.Forget();
        _newsroom.PublishWatched("renamed", "");

        Assert.Null(Fault(await ShowAsync("renamed", Page(Procedure))));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where length(content) < 200"));
    }

    [Fact]
    public async Task A_renamed_row_takes_no_error_page()
    {
        await ShowAsync("page", Page(Whole));
        _newsroom.Forget();
        _newsroom.PublishWatched("renamed", "");

        Assert.NotNull(Fault(await ShowAsync("renamed", Page(Whole) with { Title = "Page not found" })));
    }

    private static string Stricter(string text) => text.Replace("should call", "must call", StringComparison.Ordinal);

    private static Entry Page(string text) => new() { PublisherId = "example.org/report", Url = new(Address), Title = "Report a concern", Content = text };

    private static Entry Line(string published) => new()
    {
        Url = new(Address),
        Title = "Report a concern",
        Summary = "How to report a concern.",
        Published = new(DateTimeOffset.Parse(published, CultureInfo.InvariantCulture), DatePrecision.Day),
    };

    private async Task<StoredCounts> ShowAsync(string name, Entry entry)
    {
        _newsroom.Clock.Now = _newsroom.Clock.Now.AddDays(1);
        var source = Source(name);
        var record = _newsroom.Services.GetRequiredService<Sources>().Remember(source);
        return await _newsroom.Services.GetRequiredService<StoreEntries>()
            .RunAsync(source, record, new CompletedRead(new ReadResult.Read([entry], [], null), [entry]), TestContext.Current.CancellationToken);
    }

    private string? Fault(StoredCounts counts) => counts.Fault(_newsroom.Services.GetRequiredService<DigestSettings>().Sources.Single(source => source.Kind == SourceKind.Page));

    private Source Source(string name) => _newsroom.Services.GetRequiredService<DigestSettings>().Sources.Single(source => source.Name == name);

    private long Entries() => _newsroom.Scalar("select count(*) from entry");

    private long Revisions() => _newsroom.Scalar("select count(*) from revision where substantive = 1");

    public void Dispose() => _newsroom.Dispose();
}
