using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

public sealed class RevisionTests : IDisposable
{
    private const string Before =
        "Schools should check that filtering works each term.\n\nReferrals to the local authority should be made within 3 working days.";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday.AddDays(-6));

    public RevisionTests() => _newsroom.Subscribe("lead@example.org");

    [Fact]
    public async Task A_substantive_revision_of_a_release_that_was_sent_is_sent_once_more_with_what_changed()
    {
        await PublishAsync(Before);
        await NextEditionAsync();
        await ReviseAsync(Before.Replace("Referrals to the local authority should", "Referrals to the local authority must", StringComparison.Ordinal));

        var (published, _) = await NextEditionAsync();
        var (again, _) = await NextEditionAsync();

        Assert.Contains("\"should\" became \"must\"", Plain(Assert.Single(published.Digests).Profile.Text), StringComparison.Ordinal);
        Assert.Empty(again.Digests);
        Assert.Equal(2, _newsroom.Mails.Length);
    }

    [Theory]
    [InlineData("Schools should check that filtering works each term.\n\nReferrals to the local authority should be made within 3 working days.\n\nLast updated: 24 November 2026")]
    [InlineData("Referrals to the local authority should be made within 3 working days.\n\nSchools should check that filtering works each term.")]
    [InlineData("Schools should check that filtering works each term.\n\nReferals to the local authority should be made within 3 working days.")]
    public async Task Furniture_order_and_spelling_make_no_news(string after)
    {
        await PublishAsync(Before);
        await NextEditionAsync();
        await ReviseAsync(after);

        var (published, _) = await NextEditionAsync();

        Assert.Empty(published.Digests);
        Assert.Equal(0, _newsroom.Scalar("select count(*) from revision where substantive = 1"));
    }

    [Fact]
    public async Task A_text_that_looks_like_a_failed_fetch_leaves_the_old_one_in_place_and_is_told()
    {
        await PublishAsync(Before);
        _newsroom.Publish("council", Guidance("Please enable cookies.") with { Title = "Access denied" });

        var report = await _newsroom.CollectAsync();

        Assert.Contains(Assert.Single(report.Sources).Remarks, remark => remark.Contains("failed fetch", StringComparison.Ordinal));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where summary like 'Schools should%'"));
    }

    [Fact]
    public async Task A_text_that_comes_and_goes_is_news_at_most_once()
    {
        var other = Before.Replace("3 working days", "5 working days", StringComparison.Ordinal);
        await PublishAsync(Before);
        for (var turn = 0; turn < 3; turn++)
        {
            await ReviseAsync(other);
            await ReviseAsync(Before);
        }

        Assert.Equal(1, _newsroom.Scalar("select count(*) from revision where substantive = 1"));
    }

    [Fact]
    public async Task A_major_update_that_two_feeds_of_gov_uk_tell_is_one_revision()
    {
        _newsroom.PublishAtom("dfe", "https://www.gov.uk/guidance/filtering", Monday.AddDays(-40));
        _newsroom.PublishAtom("finder", "https://www.gov.uk/guidance/filtering", Monday.AddDays(-40));
        await _newsroom.CollectAsync();
        _newsroom.PublishAtom("dfe", "https://www.gov.uk/guidance/filtering", Monday.AddDays(-1));
        _newsroom.PublishAtom("finder", "https://www.gov.uk/guidance/filtering", Monday.AddDays(-1));

        await _newsroom.CollectAsync();
        await _newsroom.CollectAsync();

        Assert.Equal(1, _newsroom.Scalar("select count(*) from revision where substantive = 1"));
        Assert.Single((await NextEditionAsync()).Published.Digests);
    }

    [Theory]
    [InlineData("dfe")]
    [InlineData("finder")]
    public async Task A_major_update_that_leaves_title_and_summary_as_they_are_moves_the_entrys_date(string teller)
    {
        foreach (var source in new[] { "dfe", "finder" })
        {
            _newsroom.PublishAtom(source, "https://www.gov.uk/guidance/filtering", Monday.AddDays(-40));
            await _newsroom.CollectAsync(source);
        }

        _newsroom.PublishAtom(teller, "https://www.gov.uk/guidance/filtering", Monday.AddDays(-1));
        await _newsroom.CollectAsync(teller);

        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where updated_at = '2026-11-22T07:30:00Z' and pending = 0"));
    }

    [Fact]
    public async Task The_page_of_an_entry_that_tells_a_major_update_is_wanted_once_more()
    {
        _newsroom.PublishAtom("dfe", "https://www.gov.uk/guidance/filtering", Monday.AddDays(-40));
        await _newsroom.CollectAsync();

        Assert.Equal(["later"], Wanted("same", Monday.AddDays(-40)).Concat(Wanted("later", Monday.AddDays(-1))).Select(entry => entry.Title));
    }

    [Fact]
    public async Task An_entry_whose_text_retention_took_away_never_comes_back_as_new()
    {
        await PublishAsync(Before);
        _newsroom.Clock.Now = Monday.AddMonths(40);
        _newsroom.Services.GetRequiredService<Housekeep>().Run();
        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where summary = '' and pruned = 1"));

        await ReviseAsync(Before + "\n\nStaff must keep a record.");

        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where summary = ''"));
        Assert.Equal(0, _newsroom.Scalar("select count(*) from revision where substantive = 1"));
    }

    private IReadOnlySet<Entry> Wanted(string title, DateTimeOffset updated)
    {
        var source = Assert.Single(_newsroom.Services.GetRequiredService<DigestSettings>().Sources);
        var entry = new Entry { Title = title, Url = new("https://www.gov.uk/guidance/filtering"), Updated = new(updated, DatePrecision.Instant) };
        return _newsroom.Services.GetRequiredService<StoreEntries>()
            .Unread(source, _newsroom.Services.GetRequiredService<Sources>().Remember(source), [entry]);
    }

    private async Task PublishAsync(string text)
    {
        _newsroom.Publish("council");
        await _newsroom.CollectAsync();
        _newsroom.Publish("council", Guidance(text));
        await _newsroom.CollectAsync();
    }

    private async Task ReviseAsync(string text)
    {
        _newsroom.Clock.Now = _newsroom.Clock.Now.AddDays(1);
        _newsroom.Publish("council", Guidance(text));
        await _newsroom.CollectAsync();
    }

    private async Task<(PublishReport Published, SendReport? Sent)> NextEditionAsync()
    {
        do
        {
            _newsroom.Clock.Now = _newsroom.Clock.Now.AddDays(1);
        }
        while (_newsroom.Clock.Now.DayOfWeek != DayOfWeek.Monday);

        return await _newsroom.DigestAsync();
    }

    private static FeedEntry Guidance(string text) => new("g", "Statutory guidance on online safety and filtering in schools", text);

    private static string Plain(string text) => text.ReplaceLineEndings(" ");

    public void Dispose() => _newsroom.Dispose();
}
