using DigestWorker.Pipeline.Rosters;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Rosters;

public sealed class FollowRostersTests : IDisposable
{
    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero))
    {
        AdminAddress = "admin@example.org",
        Organisations = new { durham = new { Name = "Durham", Teams = new { leads = new { Name = "School leads", Roles = new[] { "headteacher" }, Roster = "leads.csv" } } } },
    };

    private string Roster => Path.Combine(_newsroom.Folder, "leads.csv");

    [Fact]
    public async Task A_roster_that_changes_is_followed_at_the_next_turn()
    {
        Write("email\na@example.org\nb@example.org");
        await _newsroom.PublishDueAsync();
        Assert.Equal(["a@example.org", "b@example.org"], Subscribed());

        Write("email\nb@example.org\nc@example.org");
        await _newsroom.PublishDueAsync();

        Assert.Equal(["b@example.org", "c@example.org"], Subscribed());
        Assert.Empty(_newsroom.Mails);
    }

    [Fact]
    public async Task Whoever_joins_by_the_roster_on_the_morning_itself_is_not_left_out_of_a_digest_made_by_hand()
    {
        _newsroom.Publish("charity");
        await _newsroom.CollectAsync();
        _newsroom.Publish("charity", FeedEntry.Grooming("a", _newsroom.Clock.Now.AddDays(-3)));
        await _newsroom.CollectAsync();
        Write("email\na@example.org");

        var ended = await new DigestWorkerApp(_newsroom.Folder).RunAsync("digest", "--week", "2026-W47", "--json");

        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.Equal(["a@example.org"], Subscribed());
    }

    [Fact]
    public async Task A_dry_run_of_the_digest_follows_no_roster()
    {
        Subscribed();
        Write("email\na@example.org");

        var ended = await new DigestWorkerApp(_newsroom.Folder).RunAsync("digest", "--week", "2026-W47", "--dry-run");

        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.Empty(Subscribed());
    }

    [Fact]
    public async Task A_roster_that_has_not_changed_is_not_followed_again()
    {
        Write("email\na@example.org\nb@example.org");
        await FollowAsync();
        The<Teams>().Remove("a@example.org", "leads", _newsroom.Clock.Now);
        Write("email\na@example.org\nb@example.org");

        await FollowAsync();
        Assert.Equal(["b@example.org"], Subscribed());

        Write("email\na@example.org\nb@example.org\n");
        await FollowAsync();
        Assert.Equal(["a@example.org", "b@example.org"], Subscribed());
    }

    [Fact]
    public async Task A_team_that_gets_roles_has_its_roster_read_anew()
    {
        _newsroom.Organisations = new { durham = new { Name = "Durham", Teams = new { leads = new { Roster = "leads.csv" } } } };
        Write("email,role\na@example.org,\nb@example.org,governor");
        await FollowAsync();
        Assert.Equal(["b@example.org"], Subscribed());

        _newsroom.Organisations = new { durham = new { Name = "Durham", Teams = new { leads = new { Roles = new[] { "headteacher" }, Roster = "leads.csv" } } } };
        _newsroom.Restart();
        await FollowAsync();

        Assert.Equal(["a@example.org", "b@example.org"], Subscribed());
    }

    [Fact]
    public async Task A_row_with_a_mistyped_role_takes_nobody_out_of_the_team()
    {
        Write("email,role\na@example.org,governor\nb@example.org,governor\nc@example.org,governor");
        await FollowAsync();

        Write("email,role\na@example.org,govenor\nb@example.org,governor");
        await FollowAsync();

        Assert.Equal(["a@example.org", "b@example.org"], Subscribed());
        Assert.Contains("line 2", Assert.Single(Told("needs a look")).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_that_is_away_changes_nobody_and_is_told_once_and_once_when_it_is_back()
    {
        Write("email\na@example.org");
        await FollowAsync();
        File.Delete(Roster);
        await FollowAsync();
        await FollowAsync();
        Assert.Equal(["a@example.org"], Subscribed());
        Assert.Contains("'School leads' cannot be read", Assert.Single(Told("needs a look")), StringComparison.Ordinal);

        Write("email\na@example.org");
        await FollowAsync();
        await FollowAsync();

        Assert.Single(Told("is in order again"));
        Assert.Equal(2, _newsroom.Mails.Length);
    }

    [Theory]
    [InlineData(""), InlineData("email\n"), InlineData("ema"), InlineData("name\nA"), InlineData("email\nb@exam"), InlineData("PK\u0003\u0004\0\0")]
    public async Task A_roster_without_a_good_row_changes_nobody_and_is_told(string half)
    {
        Write("email\na@example.org");
        await FollowAsync();
        Write(half);

        await FollowAsync();
        await FollowAsync();

        Assert.Equal(["a@example.org"], Subscribed());
        Assert.Contains("was not followed", Assert.Single(Told("needs a look")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_written_a_moment_ago_waits_for_the_next_turn()
    {
        Write("email\na@example.org", secondsAgo: 4);
        await FollowAsync();
        Assert.Empty(Subscribed());

        _newsroom.Clock.Now += TimeSpan.FromMinutes(5);
        await FollowAsync();

        Assert.Equal(["a@example.org"], Subscribed());
        Assert.Empty(_newsroom.Mails);
    }

    [Fact]
    public async Task A_trouble_is_not_over_because_somebody_is_writing_the_file()
    {
        Write("ema");
        await FollowAsync();
        Write("email\na@exam", secondsAgo: 1);

        await FollowAsync();

        Assert.Empty(Told("is in order again"));
    }

    [Fact]
    public async Task A_roster_that_would_lose_most_of_a_team_waits_for_the_word_of_the_admin()
    {
        Write("email\n" + string.Join('\n', Enumerable.Range(0, 12).Select(at => $"p{at}@example.org")));
        await FollowAsync();
        Write("email\np0@example.org");
        await FollowAsync();
        await FollowAsync();
        Assert.Equal(12, Subscribed().Count);
        var mail = Assert.Single(Told("needs a look"));
        Assert.Contains("11 of the 12", mail.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("--confirm-leavers", mail.ReplaceLineEndings(" "), StringComparison.Ordinal);

        The<ImportRoster>().Run(RosterText.Read(Roster), new RosterOrder("leads") { Confirmed = true });
        await FollowAsync();

        Assert.Single(Subscribed());
        Assert.Single(Told("is in order again"));
    }

    [Fact]
    public async Task Rows_with_mistakes_are_told_by_their_lines_until_the_file_is_mended()
    {
        Write("email\na@example.org\nsecret.name\nb@example.org");
        await FollowAsync();
        await FollowAsync();
        Assert.Equal(["a@example.org", "b@example.org"], Subscribed());
        var mail = Assert.Single(Told("needs a look"));
        Assert.Contains("line 3", mail.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("secret.name", mail, StringComparison.Ordinal);
        Assert.Empty(Told("is in order again"));

        Write("email\na@example.org\nb@example.org");
        await FollowAsync();

        Assert.Single(Told("is in order again"));
    }

    [Fact]
    public async Task Where_the_key_of_an_opt_out_is_not_here_a_roster_waits_and_the_edition_goes_out_all_the_same()
    {
        _newsroom.Clock.Now -= TimeSpan.FromDays(1);
        await _newsroom.PrepareEditionAsync(3);
        _newsroom.Clock.Now += TimeSpan.FromDays(1);
        _newsroom.Scalar($"insert into suppression (hash, key_id, reason, at) values ({TestServer.Bytes("00ff")}, {TestServer.Bytes("01")}, 'Erased', '2026-11-01T00:00:00Z'); select 0");
        Write("email\na@example.org");

        await _newsroom.PublishDueAsync();
        await _newsroom.WatchAsync();

        Assert.Equal(3, Subscribed().Count);
        Assert.Equal(3, _newsroom.Scalar("select count(*) from delivery where state = 'Sent'"));
        Assert.Contains("of the key file", Assert.Single(Told("needs a look")).ReplaceLineEndings(" "), StringComparison.Ordinal);

        _newsroom.Scalar("delete from suppression; select 0");
        await FollowAsync();

        Assert.Contains("a@example.org", Subscribed());
        Assert.Single(Told("is in order again"));
    }

    [Fact]
    public async Task Where_the_key_of_an_opt_out_is_not_here_whoever_left_the_roster_gets_no_edition_and_the_admin_is_told()
    {
        Write("email\na@example.org\nb@example.org");
        await FollowAsync();
        _newsroom.Scalar($"insert into suppression (hash, key_id, reason, at) values ({TestServer.Bytes("00ff")}, {TestServer.Bytes("01")}, 'Erased', '2026-11-01T00:00:00Z'); select 0");

        Write("email\na@example.org\nc@example.org");
        await FollowAsync();
        await FollowAsync();

        Assert.Equal(["a@example.org"], Subscribed());
        Assert.Contains("1 member whom the roster does not name has left", Assert.Single(Told("needs a look")).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_that_the_settings_watch_no_more_is_no_trouble_any_more()
    {
        await FollowAsync();
        Assert.Single(Told("needs a look"));

        _newsroom.Organisations = null;
        _newsroom.Restart();
        await FollowAsync();

        Assert.Single(Told("is in order again"));
    }

    [Fact]
    public async Task The_same_roster_twice_at_once_subscribes_everybody_once()
    {
        Write("email,role\n" + string.Join('\n', Enumerable.Range(0, 300).Select(at => $"p{at}@example.org,governor")));
        Subscribed();
        var program = new DigestWorkerApp(_newsroom.Folder);

        var ended = await Task.WhenAll(
            program.RunAsync("subscribers", "import", Roster, "--team", "leads"),
            program.RunAsync("subscribers", "import", Roster, "--team", "leads"),
            Task.Run(() => FollowAsync().ContinueWith(_ => new DigestWorkerApp.Ended(0, "", ""), TaskScheduler.Default)));

        Assert.All(ended, one => Assert.True(one.ExitCode == 0, one.Error));
        Assert.Equal(300, Subscribed().Count);
        Assert.Equal(300, _newsroom.Scalar("select count(*) from subscriber_change"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from team"));
    }

    public void Dispose() => _newsroom.Dispose();

    private void Write(string csv, int secondsAgo = 60)
    {
        File.WriteAllText(Roster, csv);
        File.SetLastWriteTimeUtc(Roster, _newsroom.Clock.Now.UtcDateTime.AddSeconds(-secondsAgo));
    }

    private Task FollowAsync()
    {
        The<FollowRosters>().Run();
        return _newsroom.WatchAsync();
    }

    // As a mail program unfolds it.
    private List<string> Told(string subject) =>
        [.. _newsroom.Mails.Select(mail => File.ReadAllText(mail).Replace("=\r\n", "", StringComparison.Ordinal)).Where(mail => mail.Contains($"Subject: Digest: a roster {subject}", StringComparison.Ordinal))];

    private List<string> Subscribed() => [.. The<Subscribers>().All().Select(one => one.Email).Order(StringComparer.Ordinal)];

    private T The<T>()
        where T : notnull => _newsroom.Services.GetRequiredService<T>();
}
