using Dapper;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;
using DigestWorker.Tests.Support;
using static DigestWorker.Tests.Pipeline.Sending.SendingRoom;

namespace DigestWorker.Tests.Pipeline.Sending;

/// <summary>What one worker makes of an outage, or of an admin's wish, while others send from the same database.</summary>
public sealed class SideBySideTests : IDisposable
{
    private readonly SendingRoom _room = new();

    private SendingPauses Pauses => _room.The<SendingPauses>();

    [Fact]
    public void Those_that_meet_one_outage_begin_one_pause()
    {
        var first = Pauses.Begin("the mail server is away", Monday);
        Assert.Equal(first, Pauses.Begin("the mail server is away", Monday.AddMinutes(2)));
        Assert.Equal(first, Pauses.Find());

        var second = Pauses.Begin("the mail server is away", first.Until);

        Assert.Equal((2, first.Until.AddHours(1)), (second.Times, second.Until));
        Assert.Equal(second, Pauses.Find());
    }

    [Fact]
    public async Task A_pause_that_was_begun_under_a_clock_a_day_ahead_keeps_nobody_from_sending()
    {
        await _room.ComposeAsync(Addresses(1));
        Pauses.Begin("the mail server is away", Monday.AddDays(1));

        var begun = Pauses.Begin("the mail server is away", Monday);
        Assert.Equal((Monday.AddHours(1), begun), (begun.Until, Pauses.Find()));
        Pauses.End();
        Pauses.Begin("the mail server is away", Monday.AddDays(1));

        Assert.Equal(1, (await _room.SendAsync(_ => Accepted)).Sent);
    }

    [Fact]
    public async Task A_refusal_of_a_mail_that_another_has_taken_over_since_changes_nothing_of_it()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        await _room.ComposeAsync(Addresses(2));
        using var other = PostgresWorker.Begin(_room.The<Database>());

        await _room.SendAsync(envelope => envelope.Recipient == Addresses(2)[1] ? Accepted : Overtaken());

        Assert.Equal(1, _room.Newsroom.Scalar($"select count(*) from delivery where state = 'Sending' and claimed_by = '{other.Id}'"));
        Assert.Equal(2, _room.Newsroom.Scalar("select count(distinct digest_id) from digest_release"));

        TransportReply Overtaken()
        {
            _room.Newsroom.Scalar($"update delivery set claimed_by = '{other.Id}' where recipient = '{Addresses(1)[0]}' returning 0");
            return Refused(TransportStage.Recipient, "550 5.1.1 no such user");
        }
    }

    [Fact]
    public async Task Whoever_takes_over_leaves_what_a_worker_has_claimed_that_began_only_since()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        await _room.ComposeAsync(Addresses(1));
        _room.Newsroom.Scalar("update delivery set state = 'Sending', claimed_by = 'gone' returning 0");
        using var connection = _room.The<Database>().Open();
        using var claiming = connection.BeginTransaction();
        connection.Execute("select 1 from delivery for update");
        var takingOver = Task.Run(_room.The<Deliveries>().TakeOver, TestContext.Current.CancellationToken);
        for (var tries = 0; _room.Newsroom.Scalar("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == 0; tries++)
        {
            Assert.True(tries < 1_000, "It did not wait for the row.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        using var other = PostgresWorker.Begin(_room.The<Database>());
        connection.Execute($"update delivery set claimed_by = '{other.Id}'");
        claiming.Commit();
        await takingOver;

        Assert.Equal(1, _room.Newsroom.Scalar($"select count(*) from delivery where state = 'Sending' and claimed_by = '{other.Id}'"));
    }

    [Fact]
    public async Task A_run_that_finds_nothing_to_try_while_another_tries_does_not_end_the_pause()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        await _room.ComposeAsync(Addresses(1));
        Pauses.Begin("the mail server is away", Monday.AddHours(-1));
        using var other = PostgresWorker.Begin(_room.The<Database>());
        _room.Newsroom.Scalar($"update delivery set state = 'Sending', claimed_by = '{other.Id}' returning 0");

        var report = await _room.SendAsync(_ => Accepted);

        Assert.Equal((0, null), (report.Total, report.Stopped));
        Assert.NotNull(Pauses.Find());
    }

    [Fact]
    public async Task A_pause_that_is_over_ends_where_nothing_is_left_to_send()
    {
        await _room.ComposeAsync(Addresses(1));
        Assert.Equal(1, (await _room.SendAsync(_ => Accepted)).Sent);
        Pauses.Begin("the mail server is away", Monday.AddHours(-1));

        await _room.SendAsync(_ => Accepted);

        Assert.Null(Pauses.Find());
    }

    [Fact]
    public async Task What_an_admin_released_though_it_is_late_is_not_held_again_by_the_others()
    {
        await _room.ComposeAsync("lead@example.org");
        _room.Newsroom.Clock.Now = Monday.AddDays(5);
        Assert.Equal(1, (await _room.SendAsync(_ => Accepted)).Held);

        _room.The<Deliveries>().Release(EditionWeek.LastComplete(Monday), _room.Newsroom.Clock.Now);
        var report = await _room.SendAsync(_ => Accepted);

        Assert.Equal((1, 0), (report.Sent, report.Held));
    }

    public void Dispose() => _room.Dispose();
}
