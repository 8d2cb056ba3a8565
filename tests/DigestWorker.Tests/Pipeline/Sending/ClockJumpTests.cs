using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;
using static DigestWorker.Tests.Pipeline.Sending.SendingRoom;

namespace DigestWorker.Tests.Pipeline.Sending;

/// <summary>The clock is set in the middle of a run.</summary>
public sealed class ClockJumpTests : IDisposable
{
    // More than two claims take.
    private const int Subscribers = 450;

    private readonly SendingRoom _room = new();

    private Newsroom Newsroom => _room.Newsroom;

    [Fact]
    public async Task An_hour_back_makes_the_rest_wait_for_that_hour_and_loses_nothing()
    {
        await _room.ComposeAsync(Addresses(Subscribers));

        var run = await _room.SendAsync(JumpingAt(50, TimeSpan.FromHours(-1)), connections: 3);
        Assert.Null(run.Stopped);
        var early = await _room.SendAsync(_ => Accepted);
        Newsroom.Clock.Now = Monday;
        var late = await _room.SendAsync(_ => Accepted);

        Assert.Equal(Subscribers, run.Sent + early.Sent + late.Sent);
        AssertEachOnce();
    }

    [Fact]
    public async Task A_week_forward_and_back_again_sends_nothing_twice()
    {
        await _room.ComposeAsync(Addresses(Subscribers));

        var run = await _room.SendAsync(JumpingAt(50, TimeSpan.FromDays(7)), connections: 3);
        Newsroom.Clock.Now = Monday.AddMinutes(5);
        var again = await _room.SendAsync(_ => Accepted);

        Assert.Equal((Subscribers, 0), (run.Sent, again.Total));
        AssertEachOnce();
    }

    [Fact]
    public async Task What_a_week_forward_made_too_late_is_held_and_told_and_goes_out_by_hand()
    {
        await _room.ComposeAsync(Addresses(Subscribers));
        var answer = JumpingAt(50, TimeSpan.FromDays(7));
        await _room.SendAsync(mail => answer(mail) is var accepted && mail.Recipient.StartsWith("s00", StringComparison.Ordinal)
            ? Deferred(TransportStage.Recipient, "451 4.7.1 later")
            : accepted);

        var next = await _room.SendAsync(_ => Accepted);
        await _room.WatchAsync();

        Assert.Equal((0, 10), (next.Sent, next.Held));
        Assert.Contains("10 held", Assert.Single(_room.AlertMails()), StringComparison.Ordinal);
        Newsroom.Clock.Now = Monday.AddMinutes(40);
        Assert.Equal(10, (await Newsroom.DigestAsync()).Sent!.Sent);
    }

    [Fact]
    public async Task News_of_the_week_that_the_clock_had_left_out_is_in_the_next_digest()
    {
        Newsroom.Publish("charity");
        await Newsroom.CollectAsync();
        Newsroom.Publish("charity", FeedEntry.Grooming("a"));
        await Newsroom.CollectAsync();
        Newsroom.Subscribe("lead@example.org");
        foreach (var now in new[] { Monday, Monday.AddDays(7), Monday.AddHours(1) })
        {
            Newsroom.Clock.Now = now;
            await Newsroom.PublishDueAsync();
        }

        Newsroom.Clock.Now = Monday.AddDays(2);
        Newsroom.Publish("charity", FeedEntry.Grooming("a"), FeedEntry.Grooming("b"));
        foreach (var day in new[] { 2, 7, 14 })
        {
            Newsroom.Clock.Now = Monday.AddDays(day).AddMinutes(2);
            await Newsroom.CollectDueAsync();
            await Newsroom.PublishDueAsync();
        }

        Assert.Equal(2, Newsroom.Scalar("select count(distinct release_id) from digest_release r join delivery v on v.digest_id = r.digest_id where v.state = 'Sent'"));
    }

    public void Dispose() => _room.Dispose();

    private Func<Envelope, TransportReply> JumpingAt(int mail, TimeSpan jump)
    {
        var at = 0;
        return _ =>
        {
            if (Interlocked.Increment(ref at) == mail)
            {
                Newsroom.Clock.Now += jump;
            }

            return Accepted;
        };
    }

    private void AssertEachOnce() =>
        Assert.Equal((Subscribers, Subscribers), (_room.Tried.Count, _room.Tried.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal).Count()));
}
