using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>Weeks in which somebody wants no digest, by an own pause or by the quiet days of the team.</summary>
public sealed class PausesTests : IDisposable
{
    private const string Reader = "lead@example.org";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday.AddDays(-6));
    private readonly List<FeedEntry> _published = [];

    [Fact]
    public async Task A_pause_brings_no_digest_ends_by_itself_on_its_day_and_the_next_digest_covers_all_of_it()
    {
        await BringAsync(Monday.AddDays(-6));
        _newsroom.Subscribe(Reader);
        Assert.Single(await DigestAsync(Monday));
        Pause(until: "2026-12-14");

        await BringAsync(Monday.AddDays(2));
        Assert.Empty(await DigestAsync(Monday.AddDays(7)));
        await BringAsync(Monday.AddDays(9));
        Assert.Empty(await DigestAsync(Monday.AddDays(14)));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from subscriber where state = 'Paused'"));
        var after = Assert.Single(await DigestAsync(Monday.AddDays(21)));

        Assert.Equal(2, after.Selection.Full.Count);
        Assert.DoesNotContain("Nothing new", after.Profile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No digest went out", after.Profile.Text, StringComparison.Ordinal);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from subscriber where state = 'Active' and paused_until is null"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from subscriber_change where actor = 'Program' and change = 'pause over'"));
    }

    [Fact]
    public async Task The_schedule_ends_a_pause_on_its_day_though_no_edition_is_due()
    {
        _newsroom.Publish("charity");
        _newsroom.Subscribe(Reader);
        await ScheduleAsync(Monday.AddMinutes(5));
        Pause(until: "2026-11-26");

        await ScheduleAsync(new DateTimeOffset(2026, 11, 25, 23, 59, 0, TimeSpan.Zero));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from subscriber where state = 'Paused'"));
        await ScheduleAsync(new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from subscriber where state = 'Active'"));
    }

    [Fact]
    public async Task What_was_queued_before_a_pause_is_not_sent_in_it_and_is_in_the_digest_after_it()
    {
        await BringAsync(Monday.AddDays(-6));
        _newsroom.Subscribe(Reader);
        _newsroom.Clock.Now = Monday;
        _newsroom.Services.GetRequiredService<PublishEdition>().Run(EditionWeek.LastComplete(Monday), _ => true, TestContext.Current.CancellationToken);
        Pause(until: "2026-11-30");

        var (_, sent) = await _newsroom.DigestAsync();
        Assert.Equal((0, 1), (sent!.Sent, sent.Suppressed));
        await BringAsync(Monday.AddDays(2));
        var after = Assert.Single(await DigestAsync(Monday.AddDays(7)));

        Assert.Equal(2, after.Selection.Full.Count);
        Assert.DoesNotContain("Nothing new", after.Profile.Text, StringComparison.Ordinal);
        Assert.Single(_newsroom.Mails);
    }

    [Fact]
    public async Task A_dry_run_shows_the_digest_after_a_pause_and_ends_nothing()
    {
        await BringAsync(Monday.AddDays(-6));
        _newsroom.Subscribe(Reader);
        Pause(until: "2026-11-23");
        _newsroom.Clock.Now = Monday;

        var report = _newsroom.Services.GetRequiredService<PublishEdition>().DryRun(EditionWeek.LastComplete(Monday), _ => true, TestContext.Current.CancellationToken);

        Assert.Single(report.Digests);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from subscriber where state = 'Paused'"));
    }

    [Fact]
    public async Task On_quiet_days_of_the_team_nobody_gets_a_digest_whom_nothing_else_subscribes_and_the_next_covers_the_time()
    {
        await BringAsync(Monday.AddDays(-6));
        AddToTeam("Schools group", Reader, "two-teams@example.org", "asked@example.org");
        AddToTeam("Board", "two-teams@example.org");
        _newsroom.Subscribe("asked@example.org");
        Assert.Equal(3, (await DigestAsync(Monday)).Count);
        Quiet("Schools group", "2026-11-28", "2026-11-30");

        await BringAsync(Monday.AddDays(2));
        var others = await DigestAsync(Monday.AddDays(7));
        Assert.Equal(["asked@example.org", "two-teams@example.org"], others.Select(digest => digest.Subscriber.Email).Order());
        await BringAsync(Monday.AddDays(9));
        var after = (await DigestAsync(Monday.AddDays(14))).Single(digest => digest.Subscriber.Email == Reader);

        Assert.Equal(2, after.Selection.Full.Count);
        Assert.DoesNotContain("Nothing new", after.Profile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No digest went out", after.Profile.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_all_teams_are_quiet_on_the_day_no_digest_comes()
    {
        await BringAsync(Monday.AddDays(-6));
        AddToTeam("Schools group", Reader);
        AddToTeam("Board", Reader);
        Quiet("Schools group", "2026-11-20", "2026-11-23");
        Quiet("Board", "2026-11-23", "2026-11-27");

        Assert.Empty(await DigestAsync(Monday));
        Assert.Single(await DigestAsync(Monday.AddDays(7)));
    }

    [Fact]
    public async Task A_digest_that_failed_makes_no_empty_week()
    {
        await BringAsync(Monday.AddDays(-6));
        _newsroom.Subscribe(Reader);
        await DigestAsync(Monday);
        await BringAsync(Monday.AddDays(2));
        await DigestAsync(Monday.AddDays(7));
        _newsroom.Refuse();

        var after = Assert.Single(await DigestAsync(Monday.AddDays(14)));

        Assert.Contains("No digest went out for the week to 29 November 2026;", after.Profile.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing new", after.Profile.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _newsroom.Dispose();

    private async Task BringAsync(DateTimeOffset at)
    {
        _newsroom.Clock.Now = at;
        if (_published.Count == 0)
        {
            _newsroom.Publish("charity");
            await _newsroom.CollectAsync();
        }

        _published.Add(FeedEntry.Grooming($"{_published.Count:00}"));
        _newsroom.Publish("charity", [.. _published]);
        await _newsroom.CollectAsync();
    }

    private async Task<IReadOnlyList<PublishedDigest>> DigestAsync(DateTimeOffset at)
    {
        _newsroom.Clock.Now = at;
        return (await _newsroom.DigestAsync()).Published.Digests;
    }

    private async Task ScheduleAsync(DateTimeOffset at)
    {
        _newsroom.Clock.Now = at;
        await _newsroom.PublishDueAsync();
    }

    private void Pause(string until) => _newsroom.Scalar($"update subscriber set state = 'Paused', paused_until = '{until}'; select 0");

    private void AddToTeam(string team, params string[] addresses) => _newsroom.Services.GetRequiredService<Teams>()
        .Add(team, [.. addresses.Select(address => new Joiner(address, null, ["designated-safeguarding-lead"], []))], (Actor.Admin, _newsroom.Clock.Now));

    private void Quiet(string team, string first, string last) => _newsroom.Scalar(
        $"insert into team_quiet (team_id, first_day, last_day) select id, '{first}', '{last}' from team where name = '{team}'; select 0");
}
