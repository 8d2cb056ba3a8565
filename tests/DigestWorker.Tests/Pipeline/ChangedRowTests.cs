using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>A source whose row the admin corrects: what is remembered of it belongs to the row of before.</summary>
public sealed class ChangedRowTests : IDisposable
{
    private const string Page = "<main><article><h3>Two new procedures</h3><p>For schools.</p></article></main>";

    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 16, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Its_corrected_address_is_read_at_the_next_turn_however_long_the_old_one_was_to_rest()
    {
        _newsroom.Publish("charity", FeedEntry.Grooming("a"));
        _newsroom.Break("charity");
        await _newsroom.CollectDueAsync();
        Assert.Equal(SourceState.Failing, _newsroom.Health("charity").State);

        _newsroom.Publish("moved", FeedEntry.Grooming("a"));
        _newsroom.Change("charity", new { Name = "charity", Url = "file:moved.xml", Publisher = "charity" });
        await _newsroom.CollectDueAsync();

        Assert.Equal(SourceState.Working, _newsroom.Health("charity").State);
    }

    [Fact]
    public async Task Corrected_selectors_are_tried_at_the_next_turn()
    {
        _newsroom.PublishPage("partnership", "dfe-find-statistics", Page);
        await _newsroom.CollectDueAsync();
        Assert.Equal(SourceState.Failing, _newsroom.Health("partnership").State);

        _newsroom.Change("partnership", Row("article"));
        await _newsroom.CollectDueAsync();

        Assert.Equal(SourceState.Working, _newsroom.Health("partnership").State);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where title = 'Two new procedures'"));
    }

    [Fact]
    public async Task Other_selectors_ask_for_the_whole_page_though_it_has_not_changed()
    {
        _newsroom.PublishPage("partnership", "dfe-find-statistics", Page);
        _newsroom.Change("partnership", Row("article"));
        await _newsroom.CollectAsync();
        _newsroom.Scalar("update source set etag = '\"1\"' returning 1");
        Assert.NotNull(Remembered().ETag);

        _newsroom.Change("partnership", Row("article", title: "p"));

        Assert.Null(Remembered().ETag);
    }

    [Fact]
    public async Task What_stood_at_another_address_for_long_is_no_news_there_and_what_came_while_the_old_one_failed_is()
    {
        var now = _newsroom.Clock.Now;
        _newsroom.Publish("charity", FeedEntry.Grooming("a", now.AddDays(-1)));
        await _newsroom.CollectAsync();
        _newsroom.Publish("moved", FeedEntry.Grooming("old", now.AddDays(-90)), FeedEntry.Grooming("missed", now.AddDays(-10)));
        _newsroom.Change("charity", new { Name = "charity", Url = "file:moved.xml", Publisher = "charity" });

        await _newsroom.CollectAsync("charity");

        Assert.Equal(now.AddDays(-90), NewsAt("old"));
        Assert.Equal(now, NewsAt("missed"));
        _newsroom.Publish("moved", FeedEntry.Grooming("late", now.AddDays(-80)));
        await _newsroom.CollectAsync("charity");
        Assert.Equal(now, NewsAt("late"));
    }

    public void Dispose() => _newsroom.Dispose();

    private DateTimeOffset? NewsAt(string id) => _newsroom.Services.GetRequiredService<Releases>().Since(null)
        .SelectMany(release => release.Entries).Single(entry => entry.Entry.PublisherId == id).NewsAt;

    private static object Row(string item, string? title = null) =>
        new { Name = "partnership", Kind = "page-list", Url = "file:partnership.html", Publisher = "partnership", Selectors = new { Item = item, Title = title } };

    private SourceRecord Remembered() =>
        _newsroom.Services.GetRequiredService<Sources>().Remember(_newsroom.Services.GetRequiredService<DigestSettings>().Sources)[0];
}
