using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Storage;
using static DigestWorker.Tests.Pipeline.Sending.SendingRoom;

namespace DigestWorker.Tests.Pipeline.Sending;

/// <summary>A mail that the server has and never answers for: each try may be one more copy.</summary>
public sealed class InDoubtTests : IDisposable
{
    private static readonly TransportReply Lost = new(TransportOutcome.Unknown, TransportStage.AfterFinalDot, "The connection was lost.") { IsBroken = true };

    private static readonly TransportReply Gone = Deferred(TransportStage.Connect, "Connection refused") with { IsBroken = true };

    private readonly SendingRoom _room = new();

    [Fact]
    public async Task It_is_repeated_at_once_a_single_time()
    {
        await _room.ComposeAsync(Addresses(1));

        var report = await _room.SendAsync(_ => Lost);

        Assert.Equal((1, 2), (report.Deferred, _room.Tried.Count));
    }

    [Fact]
    public async Task After_five_lost_answers_it_is_held_until_an_admin_sends_it()
    {
        await _room.ComposeAsync(Addresses(20));

        await TryForDaysAsync(days: 3, _ => Lost);

        Assert.Equal(5, _room.Tried.Count(mail => mail.Recipient == Addresses(1)[0]));
        Assert.Equal((19, 1), (_room.Report().Of(DeliveryState.Sent), _room.Report().Of(DeliveryState.Held)));
        Assert.Contains("may have arrived", Assert.Single(_room.Unsent()).Reply, StringComparison.Ordinal);
        _room.The<Deliveries>().Release(EditionWeek.LastComplete(Monday), _room.Newsroom.Clock.Now);
        Assert.Equal(1, (await _room.SendAsync(_ => Accepted)).Sent);
    }

    [Fact]
    public async Task It_stays_in_doubt_though_the_server_is_gone_or_puts_it_off_afterwards()
    {
        await _room.ComposeAsync(Addresses(1));
        var answers = new List<TransportReply>();

        await TryForDaysAsync(days: 3, _ =>
        {
            answers.Add((answers.Count % 3) switch { 0 => Lost, 1 => Gone, _ => Deferred(TransportStage.Recipient, "450 4.2.1 later") });
            return answers[^1];
        });

        Assert.Equal((1, 5), (_room.Report().Of(DeliveryState.Held), answers.Count(answer => answer == Lost)));
    }

    [Fact]
    public async Task It_stays_in_doubt_though_a_run_that_stops_gives_it_back()
    {
        await _room.ComposeAsync(Addresses(1));
        await _room.SendAsync(_ => Lost);
        _room.Newsroom.Clock.Now += TimeSpan.FromHours(1);

        await _room.SendAsync(_ => Refused(TransportStage.Auth, "535 5.7.8 wrong"));

        Assert.Equal(1, _room.Newsroom.Scalar("select count(*) from delivery where state = 'Unknown' and doubts = 2"));
    }

    [Fact]
    public async Task What_was_merely_put_off_before_is_not_held_for_its_first_doubt()
    {
        await _room.ComposeAsync(Addresses(1));
        await TryForDaysAsync(days: 1, _ => Deferred(TransportStage.Recipient, "450 4.2.1 later"));

        _room.Newsroom.Clock.Now += TimeSpan.FromHours(4);
        var report = await _room.SendAsync(_ => Lost);

        Assert.Equal((0, 1), (report.Held, _room.Report().Of(DeliveryState.Unknown)));
    }

    public void Dispose() => _room.Dispose();

    private async Task TryForDaysAsync(int days, Func<Envelope, TransportReply> first)
    {
        for (var hour = 0; hour < days * 24; hour++)
        {
            await _room.SendAsync(mail => mail.Recipient == Addresses(1)[0] ? first(mail) : Accepted);
            _room.Newsroom.Clock.Now += TimeSpan.FromHours(1);
        }
    }
}
