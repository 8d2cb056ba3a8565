using DigestWorker.Domain;
using DigestWorker.Pipeline.Explaining;
using DigestWorker.Pipeline.Releasing;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>A page whose text becomes this year's tells of another release than last year's reports, and of the one that this year's do.</summary>
public sealed class NextReleaseTests : IDisposable
{
    private static readonly DateTimeOffset LastYear = new(2025, 11, 17, 9, 0, 0, TimeSpan.Zero), ThisYear = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    private const string Address = "https://learning.example.org/statistics/grooming";

    private const string Before =
        "There were 6,350 online grooming offences recorded by police in 2024/25, figures from all forces show. That is 82% more than five years before. Of the known victims 83% were girls.";

    private const string After =
        "There were 7,062 online grooming offences recorded by police in 2025/26, figures from all forces show. That is 89% more than six years before. Of the known victims 81% were girls.";

    private const string Rewritten =
        "Police forces across the UK logged 7,062 offences of online grooming between them in 2025/26, which is 89% more than six years ago. Four in five known victims, or 81%, were girls. "
        + "The NSPCC asked each force for its own count. Online platforms were named in many of the records.";

    private readonly Newsroom _newsroom = new(LastYear);

    [Theory]
    [InlineData(After, true)]
    [InlineData(After, false)]
    [InlineData(Rewritten, true)]
    [InlineData(Rewritten, false)]
    public async Task Readers_are_told_this_years_release_once_whether_the_page_or_the_reports_come_first(string text, bool pageFirst)
    {
        await LastYearAsync();
        _newsroom.Clock.Now = ThisYear;
        var first = pageFirst ? ReviseAsync(text) : ReportAsync();
        await first;
        var told = await DigestAsync(ThisYear.AddDays(7));
        await (pageFirst ? ReportAsync() : ReviseAsync(text));
        var toldLater = await DigestAsync(ThisYear.AddDays(14));

        Assert.Single(told);
        Assert.Empty(toldLater);
        Assert.Equal(["NSPCC: 2024/25|Courier 2024/25|Times 2024/25", "NSPCC: 2025/26|Courier 2025/26|Times 2025/26"], Releases());
    }

    [Theory]
    [InlineData(After)]
    [InlineData(Rewritten)]
    public async Task In_one_week_they_are_one_release_with_the_figures_of_the_year_before_beside_its_own(string text)
    {
        await LastYearAsync();
        _newsroom.Clock.Now = ThisYear;
        await ReviseAsync(text);
        await ReportAsync();

        var release = Assert.Single(await DigestAsync(ThisYear.AddDays(7)));

        Assert.Equal(3, release.Entries.Count);
        Assert.Equal(["6,350"], release.Comparisons.Select(compared => compared.Before.Printed));
        Assert.False(release.IsRevisedIn(new DigestWindow(ThisYear, ThisYear.AddDays(7), First: false)));
    }

    [Fact]
    public async Task A_page_that_stood_alone_founds_a_release_for_its_new_text_and_is_told_once()
    {
        await PageAsync(Before);
        _newsroom.Subscribe("lead@example.org");
        Assert.Single(await DigestAsync(LastYear.AddDays(7)));
        _newsroom.Clock.Now = ThisYear;
        await ReviseAsync(After);

        Assert.Single(await DigestAsync(ThisYear.AddDays(7)));
        Assert.Empty(await DigestAsync(ThisYear.AddDays(14)));
        Assert.Equal(["NSPCC: 2024/25", "NSPCC: 2025/26"], Releases());
    }

    [Fact]
    public async Task What_was_sent_last_year_is_still_explained_by_what_it_was()
    {
        await LastYearAsync();
        _newsroom.Clock.Now = ThisYear;
        await ReviseAsync(After);

        var sent = Services<Releases>().Find(1)!;

        Assert.Equal(3, sent.Entries.Count);
        Assert.Contains(sent.Figures, figure => figure.Value == 6350);
        Assert.DoesNotContain(sent.Entries, entry => entry.Entry.Summary.Contains("7,062", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rematch_leaves_both_years_as_they_are()
    {
        await LastYearAsync();
        _newsroom.Clock.Now = ThisYear;
        await ReportAsync();
        await ReviseAsync(Rewritten);

        Assert.Empty(Services<RematchReleases>().Run(apply: true, null, TestContext.Current.CancellationToken).Changes);
        Assert.Equal(2, Releases().Count);
    }

    [Fact]
    public async Task A_correction_of_this_years_text_is_a_revision_of_this_years_release()
    {
        await LastYearAsync();
        _newsroom.Clock.Now = ThisYear;
        await ReviseAsync(After);
        await ReportAsync();
        await DigestAsync(ThisYear.AddDays(7));
        await ReviseAsync(After.Replace("81%", "79%", StringComparison.Ordinal));

        var revised = Assert.Single(await DigestAsync(ThisYear.AddDays(14)));

        Assert.Equal(3, revised.Entries.Count);
        Assert.Equal(2, Releases().Count);
    }

    [Fact]
    public async Task A_page_whose_text_goes_back_and_comes_again_is_told_no_more()
    {
        await LastYearAsync();
        _newsroom.Clock.Now = ThisYear;
        await ReviseAsync(After);
        await DigestAsync(ThisYear.AddDays(7));
        await ReviseAsync(Before);
        await ReviseAsync(After);

        Assert.Empty(await DigestAsync(ThisYear.AddDays(14)));
        Assert.Equal(2, Releases().Count);
    }

    [Fact]
    public async Task A_figure_of_the_same_year_that_is_put_right_stays_in_its_release()
    {
        await LastYearAsync();
        await ReviseAsync(Before.Replace("6,350", "6,410", StringComparison.Ordinal));

        Assert.Single(await DigestAsync(LastYear.AddDays(14)));
        Assert.Single(Releases());
        Assert.Equal(3, _newsroom.Scalar("select count(*) from entry"));
    }

    public void Dispose() => _newsroom.Dispose();

    private async Task LastYearAsync()
    {
        await PageAsync(Before);
        Bring("Courier", new FeedEntry("k1", "Grooming offences pass 6,000: Courier 2024/25",
            "Police logged 6,350 online grooming offences in 2024/25, the NSPCC says, up 82% in five years. Girls were 83% of the known victims.", LastYear));
        Bring("Times", new FeedEntry("t1", "Record of online grooming: Times 2024/25",
            "The NSPCC counts 6,350 online grooming offences in 2024/25 and says that 83% of the known victims were girls.", LastYear.AddHours(20)));
        await _newsroom.CollectAsync();
        _newsroom.Subscribe("lead@example.org");
        Assert.Single(await DigestAsync(LastYear.AddDays(7)));
    }

    private async Task ReportAsync()
    {
        Bring("Courier", new FeedEntry("k2", "Grooming offences pass 7,000: Courier 2025/26",
            "Police logged 7,062 online grooming offences in 2025/26, the NSPCC says, up 89% in six years. Girls were 81% of the known victims.", _newsroom.Clock.Now));
        Bring("Times", new FeedEntry("t2", "Another record of online grooming: Times 2025/26",
            "The NSPCC counts 7,062 online grooming offences in 2025/26, up from 6,350 the year before, and says that 81% of the known victims were girls.", _newsroom.Clock.Now));
        await _newsroom.CollectAsync();
    }

    private async Task PageAsync(string text)
    {
        _newsroom.Publish("NSPCC");
        _newsroom.Publish("Courier");
        _newsroom.Publish("Times");
        await _newsroom.CollectAsync();
        await ReviseAsync(text);
    }

    private async Task ReviseAsync(string text)
    {
        _newsroom.Clock.Now += TimeSpan.FromHours(5);
        _newsroom.Publish("NSPCC", new FeedEntry("page", "Online grooming statistics", text) { Url = Address });
        await _newsroom.CollectAsync();
    }

    private void Bring(string outlet, FeedEntry item) => _newsroom.Publish(outlet, item);

    private async Task<IReadOnlyList<Release>> DigestAsync(DateTimeOffset at)
    {
        _newsroom.Clock.Now = at;
        return [.. (await _newsroom.DigestAsync()).Published.Digests.SelectMany(digest => digest.Selection.Full.Concat(digest.Selection.OneLiners)).Select(selected => selected.Release)];
    }

    private List<string> Releases() =>
        [.. Services<Releases>().Since(null).Select(release => string.Join('|', release.Entries.OrderBy(entry => entry.Publisher == "NSPCC" ? 0 : 1).ThenBy(entry => entry.Publisher)
            .Select(entry => entry.Publisher == "NSPCC" ? $"NSPCC: {(entry.Entry.Summary.Contains("2024/25", StringComparison.Ordinal) ? "2024/25" : "2025/26")}" : entry.Entry.Title.Split(": ")[1])))
            .Order(StringComparer.Ordinal)];

    private T Services<T>()
        where T : notnull => _newsroom.Services.GetRequiredService<T>();
}
