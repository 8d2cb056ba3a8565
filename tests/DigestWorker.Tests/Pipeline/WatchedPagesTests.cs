using System.Globalization;
using DigestWorker.Pipeline;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

public sealed class WatchedPagesTests : IDisposable
{
    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 16, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_list_whose_row_has_another_name_now_is_judged_for_changes_as_before()
    {
        await ListAsync("statistics", "30 Oct 2025");
        _newsroom.Forget();
        await ListAsync("DfE statistics", "30 Oct 2025");
        Assert.Equal(0, Revisions());

        await ListAsync("DfE statistics", "29 Oct 2026");

        Assert.Equal(1, Revisions());
        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry"));
    }

    [Fact]
    public async Task A_line_that_a_feed_showed_first_is_judged_by_the_list_that_is_watched()
    {
        _newsroom.Publish("news", new FeedEntry("cin", "Children in need", "New statistics were published.") { Url = Address });
        await _newsroom.CollectAsync();
        await ListAsync("statistics", "30 Oct 2025");
        Assert.Equal(0, Revisions());

        await ListAsync("statistics", "29 Oct 2026");

        Assert.Equal(1, Revisions());
    }

    [Fact]
    public async Task A_list_without_summaries_leaves_the_figures_that_the_feed_told()
    {
        _newsroom.Publish("news", new FeedEntry("cin", "Children in need", "There were 399,500 children in need in England in 2025.") { Url = Address });
        await _newsroom.CollectAsync();
        await ListAsync("statistics", "30 Oct 2025", summary: "");
        _newsroom.Services.GetRequiredService<MatchReleases>().Run(TestContext.Current.CancellationToken);

        Assert.Equal(1, _newsroom.Scalar("select count(*) from figure where value = 399500"));
    }

    [Fact]
    public async Task Of_two_lists_that_show_one_line_the_first_keeps_it()
    {
        await ListAsync("statistics", "30 Oct 2025");
        await ListAsync("copied", "28 Oct 2025");
        await ListAsync("copied", "12 Nov 2026");

        Assert.Equal(0, Revisions());
    }

    [Fact]
    public async Task A_line_that_is_still_watched_is_judged_however_long_it_stood()
    {
        await ListAsync("statistics", "30 Oct 2025");
        Pass(months: 37);

        await ListAsync("statistics", "30 Nov 2029");

        Assert.Equal(1, Revisions());
    }

    [Fact]
    public async Task Retention_takes_the_text_of_what_is_watched_no_more_and_a_new_row_gives_it_back()
    {
        await ListAsync("statistics", "30 Oct 2025");
        _newsroom.Forget();
        Pass(months: 37);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where pruned = 1"));

        await ListAsync("statistics", "30 Oct 2025");
        await ListAsync("statistics", "30 Nov 2029");

        Assert.Equal(1, Revisions());
    }

    [Fact]
    public async Task A_line_that_stands_with_others_reports_is_next_years_release_and_is_told_once_with_next_years_reports()
    {
        foreach (var (year, day) in new[] { ("2025", "17 Nov 2025"), ("2026", "16 Nov 2026") })
        {
            _newsroom.Clock.Now = DateTimeOffset.Parse($"{day} 12:00Z", CultureInfo.InvariantCulture);
            await ListAsync("statistics", day, Summary);
            _newsroom.Publish("paper", new FeedEntry($"cin{year}", "Children in need and child protection plans in England",
                $"Official statistics on children in need in England in {year}, including child protection plans, are out. There were 39{year[3]},500 children in need at the end of March {year}.", _newsroom.Clock.Now));
            await _newsroom.CollectAsync();
            Assert.Equal(1, _newsroom.Scalar("select count(distinct release_id) from entry where news_at > '" + year + "'"));
        }

        Assert.Equal(2, _newsroom.Scalar("select count(*) from (select release_id from entry group by release_id having count(*) = 2) pairs"));
    }

    private const string Summary = "Statistics on children in need in England, including child protection plans.";

    private const string Address = "https://statistics.example.org/find-statistics/children-in-need";

    private async Task ListAsync(
        string source, string published, string summary = "Statistics on children in need in England, including child protection plans.")
    {
        _newsroom.PublishPage(source, "dfe-find-statistics", $"""
            <main><ul><li><h3><a href="{Address}">Children in need</a></h3>
            <p>{summary}</p>
            <dl><div><dt>Release type</dt><dd>Official statistics</dd></div><div><dt>Published</dt><dd><time>{published}</time></dd></div></dl></li></ul></main>
            """);
        await _newsroom.CollectAsync(source);
    }

    private void Pass(int months)
    {
        _newsroom.Clock.Now = _newsroom.Clock.Now.AddMonths(months);
        _newsroom.Services.GetRequiredService<Housekeep>().Run();
    }

    private long Revisions() => _newsroom.Scalar("select count(*) from revision where substantive = 1");

    public void Dispose() => _newsroom.Dispose();
}
