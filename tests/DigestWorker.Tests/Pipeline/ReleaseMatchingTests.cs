using DigestWorker.Domain;
using DigestWorker.Pipeline.Releasing;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>One release told by many outlets, through the whole program on a real file.</summary>
public sealed class ReleaseMatchingTests : IDisposable
{
    private static readonly DateTimeOffset Day = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Day.AddDays(3));

    [Fact]
    public async Task Two_outlets_that_tell_the_same_figures_in_other_words_are_one_release_and_say_why()
    {
        Publish(Grooming);

        await _newsroom.CollectAsync();

        var release = Assert.Single(Releases());
        Assert.Equal(3, release.Entries.Count);
        Assert.Contains(release.Entries.SelectMany(entry => entry.Membership.Evidence), evidence =>
            evidence.What == "the same figures" && evidence.Detail.Contains("7,062", StringComparison.Ordinal) && evidence.Weight > 0);
    }

    [Fact]
    public async Task Each_entry_but_the_first_says_which_other_entry_its_evidence_compares_it_with()
    {
        Publish(Grooming);

        await _newsroom.CollectAsync();

        var entries = Assert.Single(Releases()).Entries;
        var founder = Assert.Single(entries, entry => entry.Membership.ComparedWith is null);
        Assert.Null(founder.Membership.Score);
        Assert.All(entries.Where(entry => entry != founder), entry =>
            Assert.Contains(entries, other => other.Id == entry.Membership.ComparedWith && other.Id != entry.Id));
    }

    [Fact]
    public async Task The_originator_leads_before_the_press_and_the_local_figure_is_kept_as_an_addition()
    {
        Publish(Grooming);

        await _newsroom.CollectAsync();

        var release = Assert.Single(Releases());
        Assert.Equal("NSPCC", release.Lead.Publisher);
        var added = Assert.Single(release.Additions, addition => addition.Figure.Value == 391);
        Assert.Equal(("Kent Courier", "Kent"), (added.Entry.Publisher, added.Area));
    }

    [Fact]
    public async Task The_same_body_a_year_later_tells_of_another_release()
    {
        Publish(Grooming);
        Publish([NextYear]);

        await _newsroom.CollectAsync();

        Assert.Equal([3, 1], Releases().Select(release => release.Entries.Count).OrderDescending());
    }

    [Fact]
    public async Task A_release_shows_the_figure_before_it_in_its_series_and_says_when_to_compare_with_care()
    {
        _newsroom.Publish("NSPCC",
            new FeedEntry("y1", "Online grooming offences", "Police recorded 6,350 online grooming offences in 2024/25, the NSPCC says. It heard from 42 forces.", Day.AddDays(-365)),
            new FeedEntry("y2", "Online grooming offences rise", "Police recorded 7,062 online grooming offences in 2025/26, the NSPCC says. It heard from 39 forces.", Day));
        await _newsroom.CollectAsync();

        var compared = Assert.Single(Releases().Single(release => release.Lead.Entry.PublisherId == "y2").Comparisons);

        Assert.Equal(("7,062", "6,350", "2024/25", false), (compared.Now.Printed, compared.Before.Printed, compared.Before.Period, compared.Replaces));
        Assert.Contains("39 forces", compared.Care, StringComparison.Ordinal);
        Assert.Empty(Releases().Single(release => release.Lead.Entry.PublisherId == "y1").Comparisons);
    }

    [Fact]
    public async Task A_corrected_figure_of_the_same_period_replaces_the_one_before()
    {
        _newsroom.Publish("NSPCC",
            new FeedEntry("y1", "Online grooming offences", "Police recorded 6,350 online grooming offences in 2024/25, the NSPCC says.", Day.AddDays(-90)),
            new FeedEntry("y2", "Correction to online grooming offences", "Police recorded 6,410 online grooming offences in 2024/25, the NSPCC says.", Day));
        await _newsroom.CollectAsync();

        Assert.True(Assert.Single(Releases().Single(release => release.Lead.Entry.PublisherId == "y2").Comparisons).Replaces);
    }

    [Fact]
    public async Task Two_things_of_which_a_body_says_only_that_they_are_referrals_are_no_series()
    {
        _newsroom.Publish("Home Office",
            new FeedEntry("y1", "Prevent referrals", "New statistics on safeguarding: 3,704 referrals in 2016/17 came from schools, the Home Office says.", Day.AddDays(-800)),
            new FeedEntry("y2", "Modern slavery statistics", "New statistics on modern slavery: 401 referrals in 2019/20 were flagged as county lines, the Home Office says.", Day.AddDays(-400)),
            new FeedEntry("y3", "Modern slavery statistics again", "New statistics on modern slavery: 512 referrals in 2020/21 were flagged as county lines, the Home Office says.", Day));
        await _newsroom.CollectAsync();

        Assert.Empty(Releases().Single(release => release.Lead.Entry.PublisherId == "y2").Comparisons);
        Assert.Equal("401", Assert.Single(Releases().Single(release => release.Lead.Entry.PublisherId == "y3").Comparisons).Before.Printed);
    }

    [Fact]
    public async Task A_year_stands_beside_the_year_before_it_and_not_beside_a_quarter_that_came_between()
    {
        foreach (var (id, text, days) in new[] { ("y1", "6,350 online grooming offences in 2024/25", 400), ("q", "1,340 online grooming offences in July to September 2025", 300), ("y2", "7,062 online grooming offences in 2025/26", 0) })
        {
            _newsroom.Publish($"source {id}", new FeedEntry(id, $"Online grooming offences, statistics {id}", $"Police recorded {text}, the NSPCC says.", Day.AddDays(-days)));
        }

        await _newsroom.CollectAsync();

        Assert.Equal("6,350", Assert.Single(Releases().Single(release => release.Lead.Entry.PublisherId == "y2").Comparisons).Before.Printed);
    }

    [Theory]
    [InlineData("NSPCC", "more than 6,000")]
    [InlineData("Schools Week", "6,305")]
    public async Task What_was_rounded_or_comes_from_somebody_else_was_not_corrected(string publisher, string printed)
    {
        var first = new FeedEntry("y1", "Teachers ask for help with what pupils meet on their phones",
            $"Police recorded {printed} online grooming offences in 2024/25, the NSPCC says. School unions want more time for lessons on phones, with 45% of 1,204 members asking for training.", Day.AddDays(-90));
        var second = new FeedEntry("y2", "All online grooming offences by force", "Police recorded 6,350 online grooming offences in 2024/25, the NSPCC says.", Day);
        _newsroom.Publish(publisher, first);
        _newsroom.Publish("NSPCC", publisher == "NSPCC" ? [first, second] : [second]);
        await _newsroom.CollectAsync();

        Assert.Equal(2, Releases().Count);
        Assert.Empty(Releases().Single(release => release.Lead.Entry.PublisherId == "y2").Comparisons);
    }

    [Fact]
    public async Task A_text_that_hundreds_of_outlets_reprint_is_one_release()
    {
        foreach (var outlet in Enumerable.Range(1, 450))
        {
            _newsroom.Publish($"Local paper {outlet}", new FeedEntry($"copy-{outlet}", Grooming[0].Item.Title, Grooming[0].Item.Text, Day.AddMinutes(outlet)));
        }

        await _newsroom.CollectAsync();

        Assert.Equal(450, Assert.Single(Releases()).Entries.Count);
    }

    [Fact]
    public async Task Two_editions_of_a_document_are_two_releases_and_reports_join_their_own()
    {
        Publish(Guidance);

        await _newsroom.CollectAsync();

        Assert.Equal(
            ["KCSIE 2025: what schools must do|Keeping children safe in education 2025", "KCSIE 2026 at a glance|Keeping children safe in education 2026"],
            Groups(_newsroom));
    }

    [Fact]
    public async Task Whatever_the_order_of_arrival_and_however_often_the_program_starts_the_groups_are_the_same()
    {
        var all = Grooming.Concat(Guidance).Append(NextYear).ToArray();
        var expected = await GroupsOfAsync(all);

        for (var seed = 1; seed <= 6; seed++)
        {
            var chance = new Random(seed);
            Assert.Equal(expected, await GroupsOfAsync([.. all.OrderBy(_ => chance.Next())]));
        }
    }

    [Fact]
    public async Task Entries_without_a_date_are_not_one_release_because_they_were_first_seen_together()
    {
        _newsroom.Publish("Health Bulletin", new FeedEntry("a", "How to find your named and designated professionals",
            "Each integrated care board lists its designated doctors and nurses for safeguarding children, for children in care and for adults. Trusts list their named professionals."));
        _newsroom.Publish("Department for Education", new FeedEntry("b", "Kinship care: statutory guidance for local authorities",
            "Councils should publish a local offer for kinship families. The guidance sets out what belongs in it for relatives who bring up a child, including a child in care who is placed with foster carers from their own family."));
        _newsroom.Publish("Office for Statistics", new FeedEntry("c", "Children looked after in England including adoption: 2025 to 2026",
            "National and local authority figures on children in care in the year to 31 March 2026: how many there were, where they were placed, and what care leavers were doing."));

        await _newsroom.CollectAsync();

        Assert.Equal(3, Releases().Count);
    }

    [Fact]
    public async Task Entries_in_Welsh_are_not_one_release_because_of_its_small_words()
    {
        _newsroom.Publish("Llywodraeth Cymru", new FeedEntry("a", "Cyhoeddi canllawiau newydd ar gyfer ysgolion",
            "Mae Llywodraeth Cymru wedi cyhoeddi canllawiau newydd ar gyfer ysgolion ar draws y wlad. Mae'r canllawiau yn egluro sut y dylai staff ymateb pan fydd plentyn yn absennol o'r ysgol am gyfnod hir, a pha gymorth sydd ar gael i'r teulu.", Day));
        _newsroom.Publish("Cyngor Sir", new FeedEntry("b", "Agor canolfan hamdden yn y dref",
            "Mae'r cyngor wedi agor canolfan hamdden newydd yn y dref. Bydd y pwll nofio ar agor bob dydd, ac mae'r maes parcio am ddim i bawb sydd yn byw yn yr ardal. Mae gwersi nofio ar gael i blant o dan ddeg oed.", Day));

        await _newsroom.CollectAsync();

        Assert.Equal(2, Releases().Count);
    }

    [Fact]
    public async Task An_admins_word_joins_and_splits_and_survives_a_rematch()
    {
        Publish([Grooming[0], NextYear]);
        await _newsroom.CollectAsync();
        var (first, second) = (Releases()[0], Releases()[1]);
        var say = _newsroom.Services.GetRequiredService<SayVerdict>();

        Assert.Equal(first.Id, say.Join(first.Id, second.Id));
        await RematchAsync(apply: true);
        var joined = Assert.Single(Releases());
        Assert.Equal(MatchedBy.Admin, joined.Entries[1].Membership.By);
        Assert.Equal(first.Id, Find(second.Id)!.Id);

        Assert.NotNull(say.Split(joined.Entries[1].Id));
        await RematchAsync(apply: true);
        Assert.Equal(2, Releases().Count);
        Assert.Null(say.Join(1, 99));
        Assert.Null(say.Split(99));
    }

    [Fact]
    public async Task A_rematch_without_a_change_of_rules_changes_nothing_and_a_trial_keeps_nothing()
    {
        Publish([.. Grooming, .. Guidance]);
        await _newsroom.CollectAsync();
        var before = Groups(_newsroom);
        _newsroom.Scalar("update entry set release_id = 1, evidence = '[]'; select 0");

        var trial = await RematchAsync(apply: false);

        Assert.NotEmpty(trial.Changes);
        Assert.Single(Releases());
        await RematchAsync(apply: true);
        Assert.Equal(before, Groups(_newsroom));
        Assert.Empty((await RematchAsync(apply: true)).Changes);
    }

    [Fact]
    public async Task A_rematch_leaves_what_retention_has_taken_the_text_of_as_it_was_understood()
    {
        Publish([.. Grooming, .. Guidance]);
        await _newsroom.CollectAsync();
        var (groups, figures) = (Groups(_newsroom), _newsroom.Scalar("select count(*) from figure"));
        _newsroom.Scalar("update entry set summary = '', content = '', pruned = 1 where publisher in ('NSPCC', 'Tes'); select 0");

        Assert.Empty((await RematchAsync(apply: true)).Changes);

        Assert.Equal(groups, Groups(_newsroom));
        Assert.Equal(figures, _newsroom.Scalar("select count(*) from figure"));
        Assert.Equal(0, _newsroom.Scalar("select count(*) from release r where not exists (select 1 from entry e where e.release_id = r.id)"));
    }

    [Fact]
    public async Task A_late_report_of_a_sent_release_makes_no_news()
    {
        Publish(Grooming[..1]);
        await _newsroom.CollectAsync();
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Clock.Now = new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);
        await _newsroom.DigestAsync();
        _newsroom.Clock.Now = _newsroom.Clock.Now.AddDays(2);
        Publish([Grooming[1] with { Item = Grooming[1].Item with { Published = _newsroom.Clock.Now } }]);
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = _newsroom.Clock.Now.AddDays(5);

        await _newsroom.DigestAsync();

        Assert.Single(Releases());
        Assert.Equal(1, _newsroom.Scalar("select count(*) from digest_release"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Only a title of some length here", "")]
    [InlineData("12 34 56", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20")]
    [InlineData("تقرير جديد عن حماية الأطفال", "نص \u202e\u200b عن الأطفال 四百件")]
    [InlineData("<b>Title</b>", "<p><p><div>&amp;&lt;<<>>")]
    [InlineData("Sign up to our newsletter", "Sign up to our newsletter. All rights reserved. Follow us on social media.")]
    public async Task Odd_entries_have_a_place_of_their_own(string title, string text)
    {
        _newsroom.Publish("odd", new FeedEntry("1", title, text, Day.AddYears(2)), new FeedEntry("2", title, text) { Url = "https://news.example.org/1" });

        await _newsroom.CollectAsync();

        Assert.Equal(0, _newsroom.Scalar("select count(*) from entry where pending = 1 or release_id is null"));
    }

    public void Dispose() => _newsroom.Dispose();

    private static readonly Report[] Grooming =
    [
        new("NSPCC", new FeedEntry("n1", "Online grooming crimes at a record high",
            "There were 7,062 online grooming offences recorded by police in 2025/26, new figures show. That is 89% more than six years ago. "
            + "The NSPCC asked all forces. Of the known victims 81% were girls.", Day)),
        new("Kent Courier", new FeedEntry("k1", "Kent police log 391 grooming offences",
            "Police in Kent logged 391 online grooming offences in 2025/26, the NSPCC says. Across the UK there were 7,062, up 89% in six years. "
            + "The charity wants tech firms to do more.", Day.AddHours(30))),
        new("Schools Week", new FeedEntry("s1", "Grooming offences against children pass 7,000",
            "Forces recorded 7,062 offences of online grooming in 2025/26, according to figures that the NSPCC obtained. Girls were 81% of the "
            + "known victims. Schools are asked to talk to pupils.", Day.AddHours(50))),
    ];

    private static readonly Report NextYear = new("CYP Now", new FeedEntry("c1", "Online grooming offences rise again, says NSPCC",
        "There were 7,498 online grooming offences recorded by police in 2026/27, the NSPCC says, up from 7,062 the year before. "
        + "Of the known victims 79.5% were girls.", Day.AddDays(364)));

    private static readonly Report[] Guidance =
    [
        new("Department for Education", new FeedEntry("d1", "Keeping children safe in education 2025",
            "Statutory guidance for schools and colleges in England, in force from 1 September 2025.", Day.AddDays(-440))),
        new("Tes", new FeedEntry("t1", "KCSIE 2025: what schools must do",
            "The Department for Education has published the statutory guidance that schools must follow from 1 September 2025.", Day.AddDays(-430))),
        new("Department for Education", new FeedEntry("d2", "Keeping children safe in education 2026",
            "Statutory guidance for schools and colleges in England, in force from 1 September 2026.", Day.AddDays(-75))),
        new("Tes", new FeedEntry("t2", "KCSIE 2026 at a glance",
            "The Department for Education has published the statutory guidance that schools must follow from 1 September 2026.", Day.AddDays(-70))),
    ];

    private sealed record Report(string Publisher, FeedEntry Item);

    private void Publish(Report[] reports) => Publish(_newsroom, reports);

    private static void Publish(Newsroom newsroom, Report[] reports)
    {
        foreach (var own in reports.GroupBy(report => report.Publisher, StringComparer.Ordinal))
        {
            newsroom.Publish(own.Key, [.. own.Select(report => report.Item)]);
        }
    }

    private static async Task<List<string>> GroupsOfAsync(Report[] inOrder)
    {
        using var newsroom = new Newsroom(Day.AddDays(400));
        foreach (var few in inOrder.Chunk(2))
        {
            Publish(newsroom, few);
            await newsroom.CollectAsync();
            newsroom.Restart();
        }

        return Groups(newsroom);
    }

    private static List<string> Groups(Newsroom newsroom) =>
        [.. newsroom.Services.GetRequiredService<Releases>().Since(null)
            .Select(release => string.Join('|', release.Entries.Select(entry => entry.Entry.Title).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal)];

    private IReadOnlyList<Release> Releases() => _newsroom.Services.GetRequiredService<Releases>().Since(null);

    private Release? Find(long id) => _newsroom.Services.GetRequiredService<Releases>().Find(id);

    private Task<RematchReport> RematchAsync(bool apply) => Task.FromResult(
        _newsroom.Services.GetRequiredService<RematchReleases>().Run(apply, null, TestContext.Current.CancellationToken));
}
