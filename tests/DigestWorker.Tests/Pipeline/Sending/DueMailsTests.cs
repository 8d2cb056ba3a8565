using DigestWorker.Delivering;

namespace DigestWorker.Tests.Pipeline.Sending;

/// <summary>How much a worker claims ahead of what it sends.</summary>
public sealed class DueMailsTests : IDisposable
{
    // What is made ahead of the last of one claim is of the next.
    private const int People = 450, Ahead = 2;

    private readonly SendingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Where_the_server_is_quick_two_hundred_are_claimed_at_once()
    {
        Assert.InRange(await MostClaimedAsync(_ => SendingRoom.Accepted), 200, 200 + Ahead);
    }

    [Fact]
    public async Task Where_it_takes_its_time_few_are_so_that_another_worker_finds_the_rest()
    {
        var most = await MostClaimedAsync(_ =>
        {
            _room.Newsroom.Clock.Now += TimeSpan.FromSeconds(0.1);
            return SendingRoom.Accepted;
        });

        Assert.InRange(most, 25, 25 + Ahead);
    }

    [Fact]
    public async Task A_server_that_grows_slow_is_left_with_few()
    {
        var taken = 0;

        var most = await MostClaimedAsync(_ =>
        {
            _room.Newsroom.Clock.Now += ++taken > 175 ? TimeSpan.FromSeconds(0.1) : TimeSpan.Zero;
            return SendingRoom.Accepted;
        }, counts: () => taken > 400);

        Assert.InRange(most, 1, 50 + Ahead);
    }

    private async Task<long> MostClaimedAsync(Func<Envelope, TransportReply> answer, Func<bool>? counts = null)
    {
        await _room.ComposeAsync(SendingRoom.Addresses(People));
        long most = 0;
        var report = await _room.SendAsync(mail =>
        {
            var claimed = _room.Newsroom.Scalar("select count(*) from delivery where state = 'Sending'");
            most = counts is null || counts() ? Math.Max(most, claimed) : most;
            return answer(mail);
        });
        Assert.Equal(People, report.Sent);
        return most;
    }
}
