using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using static DigestWorker.Tests.Pipeline.Sending.SendingRoom;

namespace DigestWorker.Tests.Pipeline.Sending;

/// <summary>A digest is closed by a later one only where that one tells what it would have told.</summary>
public sealed class OvertakenDigestsTests : IDisposable
{
    private readonly SendingRoom _room = new();

    private Newsroom Newsroom => _room.Newsroom;

    [Fact]
    public async Task What_was_in_doubt_when_the_next_was_composed_and_did_not_arrive_is_not_closed_by_the_one_after_that()
    {
        await _room.ComposeAsync("lead@example.org");
        Leave(DeliveryState.Unknown);
        await NextWeekAsync(1, FeedEntry.Grooming("b"));
        Assert.Equal(1, (await _room.SendAsync(_ => Accepted)).Sent);

        Leave(DeliveryState.Deferred);
        await NextWeekAsync(2, FeedEntry.Grooming("c"));

        Assert.Equal((1, 0), (Count(DeliveryState.Deferred), Count(DeliveryState.Suppressed)));
        Assert.Equal(3, Newsroom.Scalar("select count(*) from digest_release"));
    }

    [Theory]
    [InlineData(DeliveryState.Queued)]
    [InlineData(DeliveryState.Deferred)]
    public async Task What_was_under_way_while_the_next_was_composed_and_came_back_meanwhile_goes_out_itself(DeliveryState left)
    {
        await _room.ComposeAsync("lead@example.org");
        var composed = await ComposeWhileUnderWayAsync();
        Leave(left);

        Keep(composed);

        Assert.Equal((left == DeliveryState.Queued ? 2 : 1, 0), (Count(DeliveryState.Queued), Count(DeliveryState.Suppressed)));
        Assert.Equal(2, Newsroom.Scalar("select count(*) from digest_release"));
    }

    [Fact]
    public async Task What_came_back_between_two_looks_of_composing_goes_out_itself()
    {
        await _room.ComposeAsync("lead@example.org");
        Leave(DeliveryState.Deferred);
        await PublishAsync(1, FeedEntry.Grooming("b"));
        var edition = Begin();
        // By the first it was to be overtaken, by the second it was under way.
        var readers = _room.The<FindUnserved>().Run(edition, _ => true);
        Leave(DeliveryState.Sending);
        var composed = Compose(edition, readers);
        Leave(DeliveryState.Deferred);

        Keep((edition, composed));

        Assert.Equal((1, 0), (Count(DeliveryState.Deferred), Count(DeliveryState.Suppressed)));
        Assert.Equal(2, Newsroom.Scalar("select count(*) from digest_release"));
    }

    [Fact]
    public async Task What_a_later_digest_tells_once_more_stands_in_that_one_and_the_rest_goes_out()
    {
        await _room.ComposeAsync("lead@example.org");
        var (edition, composed) = await ComposeWhileUnderWayAsync();
        Leave(DeliveryState.Deferred);
        var again = new SentRelease(Newsroom.Scalar("select release_id from digest_release"), (int)Newsroom.Scalar("select version from digest_release"));

        Keep((edition, [composed[0] with { Releases = [.. composed[0].Releases, again] }]));

        Assert.Equal((1, 0), (Count(DeliveryState.Deferred), Count(DeliveryState.Suppressed)));
        Assert.Equal(2, Newsroom.Scalar("select count(*) from digest_release where digest_id = (select max(id) from digest)"));
        Assert.Equal(2, Newsroom.Scalar("select count(*) from digest_release"));
    }

    [Theory]
    [InlineData(DeliveryState.Queued)]
    [InlineData(DeliveryState.Deferred)]
    public async Task What_goes_on_its_way_after_the_next_was_composed_that_tells_it_too_is_told_once_and_the_next_is_composed_again_without_it(DeliveryState left)
    {
        await _room.ComposeAsync("lead@example.org", "other@example.org");
        Leave(left);
        await PublishAsync(1, FeedEntry.Grooming("b"));
        var (edition, mails) = (Begin(), new List<PublishedDigest>());

        var count = Fill(meanwhile: () => Leave(DeliveryState.Sending)).Run(edition, (_ => true, IsDue: true), mails.AddRange, TestContext.Current.CancellationToken);

        Assert.Equal(2, count.Digests);
        Assert.Equal([("other@example.org", 2), ("lead@example.org", 1)], mails.Select(mail => (mail.Subscriber.Email, mail.Composed.Releases.Count)));
        Assert.Equal((1, 2, 1), (Count(DeliveryState.Sending), Count(DeliveryState.Queued), Count(DeliveryState.Suppressed)));
        Assert.Equal(4, Newsroom.Scalar("select count(*) from digest_release"));
    }

    [Fact]
    public async Task What_fails_after_the_next_was_composed_is_told_by_the_next()
    {
        await _room.ComposeAsync("lead@example.org");
        Leave(DeliveryState.Sending);
        await PublishAsync(1, FeedEntry.Grooming("b"));
        var (edition, mails) = (Begin(), new List<PublishedDigest>());

        Fill(meanwhile: Fail).Run(edition, (_ => true, IsDue: true), mails.AddRange, TestContext.Current.CancellationToken);

        Assert.Equal(2, Assert.Single(mails).Composed.Releases.Count);
        Assert.Equal(2, Newsroom.Scalar("select count(*) from digest_release"));

        void Fail()
        {
            Leave(DeliveryState.Failed);
            Newsroom.Scalar("delete from digest_release where digest_id = (select min(id) from digest); select 0");
        }
    }

    public void Dispose() => _room.Dispose();

    // The clock is asked when a batch is composed and about to be kept.
    private FillEdition Fill(Action meanwhile) => new(
        _room.The<ComposeEdition>(), _room.The<Digests>(), _room.The<FindUnserved>(), _room.The<Waiting>(), new BusyClock(meanwhile), NullLogger<FillEdition>.Instance);

    private Edition Begin() => _room.The<Editions>().Begin(EditionWeek.LastComplete(Newsroom.Clock.Now), Newsroom.Clock.Now);

    private async Task<(Edition, IReadOnlyList<ComposedFor>)> ComposeWhileUnderWayAsync()
    {
        Leave(DeliveryState.Sending);
        await PublishAsync(1, FeedEntry.Grooming("b"));
        var edition = Begin();
        return (edition, Compose(edition, _room.The<FindUnserved>().Run(edition, _ => true)));
    }

    private List<ComposedFor> Compose(Edition edition, Readership readers) =>
    [
        .. _room.The<ComposeEdition>().Run(edition, readers, TestContext.Current.CancellationToken).SelectMany(some => some)
            .Select(one => new PublishedDigest(one.Reader, one.Outcome.Composed!, one.Sent, one.Contents.KeptMonths).For(edition.Week)),
    ];

    private void Keep((Edition Edition, IReadOnlyList<ComposedFor> Composed) of) =>
        Assert.All(_room.The<Digests>().Keep(of.Edition, of.Composed, Newsroom.Clock.Now), id => Assert.NotNull(id));

    private async Task PublishAsync(int weeks, FeedEntry item)
    {
        Newsroom.Clock.Now = Monday.AddDays((7 * weeks) - 2);
        Newsroom.Publish("charity", item);
        await Newsroom.CollectAsync();
        Newsroom.Clock.Now = Monday.AddDays(7 * weeks);
    }

    private async Task NextWeekAsync(int weeks, FeedEntry item)
    {
        await PublishAsync(weeks, item);
        var digest = Assert.Single(_room.The<PublishEdition>().Run(EditionWeek.LastComplete(Newsroom.Clock.Now), _ => true, TestContext.Current.CancellationToken).Digests);
        Assert.Single(digest.Composed.Releases);
    }

    // As a run leaves it that was stopped, killed or told to come back later.
    private void Leave(DeliveryState state) =>
        Newsroom.Scalar($"update delivery set state = '{state}' where id = (select min(id) from delivery) returning 0");

    private long Count(DeliveryState state) => Newsroom.Scalar($"select count(*) from delivery where state = '{state}'");

    private sealed class BusyClock(Action work) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            work();
            return Monday.AddDays(7);
        }
    }
}
