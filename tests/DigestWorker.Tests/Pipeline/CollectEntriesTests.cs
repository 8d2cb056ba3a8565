using DigestWorker.Pipeline;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Pipeline;

public sealed class CollectEntriesTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday);

    [Fact]
    public async Task Reading_twice_changes_nothing()
    {
        _newsroom.Publish("charity", FeedEntry.Grooming("a"), FeedEntry.Grooming("b"));
        await _newsroom.CollectAsync();
        var before = Everything();

        var again = await _newsroom.CollectAsync();

        Assert.Equal((0, 0, 2), (Counts(again).New, Counts(again).Revised, Counts(again).Known));
        Assert.Equal(before, Everything());
    }

    [Theory]
    [InlineData("http://news.example.org/a")]
    [InlineData("https://www.news.example.org/a/")]
    [InlineData("https://NEWS.example.org/a?utm_source=feed&utm_medium=rss#top")]
    public async Task The_same_address_in_another_spelling_is_the_same_entry(string url)
    {
        _newsroom.Publish("charity", FeedEntry.Grooming("a"));
        _newsroom.Publish("partnership", FeedEntry.Grooming("other-id") with { Url = url, Title = "Shared: grooming figures" });

        await _newsroom.CollectAsync();

        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry"));
        Assert.Equal(2, _newsroom.Scalar("select count(*) from sighting"));
    }

    [Fact]
    public async Task A_churned_id_makes_no_new_entry()
    {
        _newsroom.Publish("charity", FeedEntry.Grooming("a"));
        await _newsroom.CollectAsync();
        for (var build = 0; build < 20; build++)
        {
            _newsroom.Publish("charity", FeedEntry.Grooming("a") with { Id = $"build-{build}" });
            await _newsroom.CollectAsync();
        }

        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry"));
        Assert.InRange(_newsroom.Scalar("select count(*) from entry_key"), 1, 8);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task An_id_that_changes_at_every_read_is_told_and_a_date_that_does_is_not(bool changesId, int remarks)
    {
        CollectReport? report = null;
        for (var day = 0; day < 12; day++)
        {
            _newsroom.Clock.Now = Monday.AddDays(day);
            _newsroom.Publish("charity", FeedEntry.Grooming("a", Monday.AddDays(changesId ? 0 : day)) with { Id = changesId ? $"build-{day}" : "a" });
            report = await _newsroom.CollectAsync();
        }

        Assert.Equal(remarks, Assert.Single(report!.Sources).Remarks.Count(remark => remark.Contains("new id at every read", StringComparison.Ordinal)));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry"));
    }

    [Fact]
    public async Task Another_word_of_the_publisher_for_the_same_list_line_is_a_silent_revision()
    {
        _newsroom.PublishPage("statistics", "dfe-find-statistics", Line("Official statistics"));
        await _newsroom.CollectAsync();
        _newsroom.PublishPage("statistics", "dfe-find-statistics", Line("Accredited official statistics"));

        await _newsroom.CollectAsync();

        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where document_type = 'accredited_official_statistics'"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from revision where substantive = 0 and summary like '%accredited official statistics now%'"));
    }

    [Fact]
    public async Task Entries_that_share_one_id_are_all_kept()
    {
        _newsroom.Publish("charity", [.. "abc".Select(letter => FeedEntry.Grooming($"{letter}") with { Id = "always-the-same" })]);

        await _newsroom.CollectAsync();
        var again = await _newsroom.CollectAsync();

        Assert.Equal(3, _newsroom.Scalar("select count(*) from entry"));
        Assert.Equal(0, Counts(again).New);
    }

    [Fact]
    public async Task Entries_that_share_one_address_are_all_kept()
    {
        _newsroom.Publish("partnership", [.. "abc".Select(letter => FeedEntry.Grooming($"{letter}") with { Url = "https://scp.example.org/news" })]);

        await _newsroom.CollectAsync();

        Assert.Equal(3, _newsroom.Scalar("select count(*) from entry"));
    }

    [Fact]
    public async Task One_id_that_names_next_weeks_entry_too_loses_nothing()
    {
        _newsroom.Publish("alerts", FeedEntry.Grooming("a") with { Id = "latest" });
        await _newsroom.CollectAsync();
        _newsroom.Publish("alerts", FeedEntry.Grooming("b") with { Id = "latest" });

        await _newsroom.CollectAsync();

        Assert.Equal(2, _newsroom.Scalar("select count(*) from entry"));
    }

    [Fact]
    public async Task Another_text_of_the_same_entry_is_a_revision_and_no_new_entry()
    {
        _newsroom.Publish("charity", FeedEntry.Grooming("a"));
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = Monday.AddDays(1);
        _newsroom.Publish("charity", FeedEntry.Grooming("a") with { Text = "The statistics were corrected: online grooming offences fell." });

        var report = await _newsroom.CollectAsync();

        Assert.Equal((0, 1), (Counts(report).New, Counts(report).Revised));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from revision"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where summary like 'The statistics were corrected%' and pending = 0"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from release"));
    }

    [Fact]
    public async Task Two_sources_that_word_one_entry_differently_do_not_revise_each_other()
    {
        _newsroom.Publish("charity", FeedEntry.Grooming("a"));
        _newsroom.Publish("partnership", FeedEntry.Grooming("a") with { Text = "Read on at the charity." });

        await _newsroom.CollectAsync();
        await _newsroom.CollectAsync();

        Assert.Equal(0, _newsroom.Scalar("select count(*) from revision"));
    }

    [Fact]
    public async Task The_same_text_from_two_outlets_is_one_release()
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(word => $"word{word}"));
        _newsroom.Publish("gazette", new FeedEntry("g", "Grooming offences pass a mark", text, Monday.AddDays(-2)));
        _newsroom.Publish("herald", new FeedEntry("h", "Police record more grooming", text, Monday.AddDays(-1)));

        var report = await _newsroom.CollectAsync();

        Assert.Equal(2, _newsroom.Scalar("select count(*) from entry"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from release"));
        Assert.Equal("same text", Assert.Single(report.Matched.Joined).Because[0].What);
    }

    [Fact]
    public async Task One_publisher_that_repeats_its_words_a_month_later_tells_of_another_release()
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(word => $"word{word}"));
        _newsroom.Publish("bulletin", new FeedEntry("1", "Monthly figures", text, Monday.AddDays(-30)), new FeedEntry("2", "Monthly figures", text, Monday));

        await _newsroom.CollectAsync();

        Assert.Equal(2, _newsroom.Scalar("select count(*) from release"));
    }

    [Fact]
    public async Task A_source_that_fails_is_told_and_stops_no_other()
    {
        _newsroom.Publish("good", FeedEntry.Grooming("a"));
        _newsroom.Publish("bad", FeedEntry.Grooming("b"));
        File.WriteAllText(Path.Combine(_newsroom.Folder, "bad.xml"), "<html><body>Please wait</body></html>");

        var report = await _newsroom.CollectAsync();

        Assert.Equal(ReadState.Failed, report.Sources.Single(source => source.Source == "bad").State);
        Assert.NotNull(report.Sources.Single(source => source.Source == "bad").Reason);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry"));
    }

    [Fact]
    public async Task Two_undated_entries_of_one_title_that_say_no_more_are_two_though_the_first_has_gone()
    {
        _newsroom.Publish("newsletters");
        await _newsroom.CollectAsync();
        foreach (var month in new[] { "june", "july" })
        {
            _newsroom.Publish("newsletters", new FeedEntry(month, "Our latest newsletter", "") { Url = $"https://news.example.org/{month}.pdf" });
            await _newsroom.CollectAsync();
        }

        Assert.Equal(2, _newsroom.Scalar("select count(*) from entry"));
    }

    [Fact]
    public async Task An_old_entry_of_a_list_by_day_of_the_last_edit_is_news_by_its_own_date()
    {
        _newsroom.PublishPosts("charity", "[]");
        await _newsroom.CollectAsync();
        _newsroom.PublishPosts("charity", $"[{Post(1, "2019-03-04T09:00:00")},{Post(2, "2026-11-10T09:00:00")}]");

        await _newsroom.CollectAsync();

        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where news_at = '2019-03-04T09:00:00Z'"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where news_at = '2026-11-16T08:00:00Z'"));
    }

    private static string Post(int id, string date) => $$$"""
        {"id":{{{id}}},"guid":{"rendered":"https://charity.example.org/?p={{{id}}}"},"date_gmt":"{{{date}}}","modified_gmt":"2026-11-16T07:00:00",
        "link":"https://charity.example.org/news/{{{id}}}","title":{"rendered":"Grooming offences, report {{{id}}}"},
        "excerpt":{"rendered":"<p>What the police recorded in report {{{id}}}.</p>"},"content":{"rendered":""}}
        """;

    private static string Line(string releaseType) => $"""
        <main><ul><li><h3><a href="https://statistics.example.org/find-statistics/children-in-need">Children in need</a></h3>
        <p>Statistics on children in need in England, including child protection plans.</p>
        <dl><div><dt>Release type</dt><dd>{releaseType}</dd></div><div><dt>Published</dt><dd><time>30 Oct 2025</time></dd></div></dl></li></ul></main>
        """;

    private static StoredCounts Counts(CollectReport report) => Assert.Single(report.Sources).Counts;

    private string Everything() => string.Join(',', new[] { "entry", "entry_key", "sighting", "revision", "release", "label" }
        .Select(table => _newsroom.Scalar($"select count(*) from {table}")));

    public void Dispose() => _newsroom.Dispose();
}
