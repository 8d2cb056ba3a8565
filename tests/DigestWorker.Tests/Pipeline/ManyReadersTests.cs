using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using DigestWorker.Tests.Pipeline.Sending;
using static DigestWorker.Tests.Pipeline.Sending.SendingRoom;

namespace DigestWorker.Tests.Pipeline;

/// <summary>More readers than are held at once.</summary>
public sealed class ManyReadersTests : IDisposable
{
    private const int Readers = 2_300;

    private static readonly EditionWeek Week = EditionWeek.LastComplete(Monday);

    private readonly SendingRoom _room = new();

    [Fact]
    public async Task Each_has_one_digest_and_whoever_had_one_before_has_no_other()
    {
        await FillAsync();
        var some = Publish(subscriber => subscriber.Id % 3 == 0).Digests;

        var others = Publish(_ => true).Digests;

        Assert.Equal(Readers, some.Concat(others).Select(one => one.Subscriber.Email).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Readers, some.Count + others.Count);
        Assert.Equal(Readers, _room.Report().Of(DeliveryState.Queued));
        Assert.Equal(1, _room.Newsroom.Scalar("select count(*) from profile"));
        Assert.Equal(Readers, _room.Newsroom.Scalar("select count(*) from digest_release r join digest d on d.id = r.digest_id and d.subscriber_id = r.subscriber_id where r.position = 0"));
    }

    [Fact]
    public async Task Each_keeps_what_is_their_own()
    {
        await FillAsync();

        Publish(_ => true);

        Assert.Equal(Readers, _room.Newsroom.Scalar("""
            select count(*) from delivery v join digest d on d.id = v.digest_id join subscriber s on s.id = d.subscriber_id
            where v.recipient = s.email and v.recipient_name = s.name and d.token = s.token and d.why like '%Board%' and v.composed_at = v.due_at
            """));
        Assert.Equal(Readers, _room.Newsroom.Scalar("select count(distinct bounce_token) from delivery"));
    }

    [Fact]
    public async Task Whoever_leaves_while_the_edition_is_composed_has_none()
    {
        await FillAsync();
        var readers = _room.The<FindUnserved>().Run(_room.The<Editions>().Begin(Week, Monday), _ => true);

        _room.The<Subscribers>().Remove("s2299@example.org", Monday);

        Assert.Equal(Readers - 1, readers.All().Count);
    }

    [Fact]
    public async Task One_among_many_is_found()
    {
        await FillAsync();

        Assert.Equal("s2150@example.org", Assert.Single(Publish(subscriber => subscriber.Email.StartsWith("s2150@", StringComparison.Ordinal)).Digests).Subscriber.Email);
    }

    public void Dispose() => _room.Dispose();

    private async Task FillAsync()
    {
        await _room.ComposeAsync();
        _room.The<Teams>().Add("Board", [.. Addresses(Readers).Select(address => new Joiner(address, $"Reader {address}", ["designated-safeguarding-lead"], []))], (Actor.Admin, Monday.AddDays(-1)));
    }

    private PublishReport Publish(Func<Subscriber, bool> wanted) => _room.The<PublishEdition>().Run(Week, wanted, TestContext.Current.CancellationToken);
}
