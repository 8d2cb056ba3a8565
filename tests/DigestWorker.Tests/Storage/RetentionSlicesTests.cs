using System.Data.Common;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Pipeline.Sending;
using DigestWorker.Tests.Support;
using static DigestWorker.Tests.Pipeline.Sending.SendingRoom;

namespace DigestWorker.Tests.Storage;

/// <summary>An edition of more digests than one transaction goes through.</summary>
public sealed class RetentionSlicesTests : IDisposable
{
    private readonly SendingRoom _room = new();

    private Retention Retention => new(_room.The<Database>()) { SliceSize = 3 };

    [Fact]
    public async Task Each_delivery_is_counted_once_however_often_it_is_gone_through()
    {
        await _room.ComposeAsync(Addresses(7));
        await _room.SendAsync(mail => mail.Recipient == Addresses(5)[4] ? Deferred(TransportStage.Recipient, "450 4.2.1 later") : Accepted);
        Retention.DropDeliveries(Monday.AddMonths(13));
        Assert.Equal((6, 1, 1), (_room.Report().Of(DeliveryState.Sent), _room.Report().Of(DeliveryState.Deferred), Count("delivery")));

        _room.Newsroom.Scalar("update delivery set state = 'Failed' returning 0");
        Retention.DropDeliveries(Monday.AddMonths(13));
        Retention.DropDeliveries(Monday.AddMonths(13));

        Assert.Equal((6, 1, 0), (_room.Report().Of(DeliveryState.Sent), _room.Report().Of(DeliveryState.Failed), Count("delivery")));
    }

    [Fact]
    public async Task What_came_before_a_fault_stays_done_and_the_slice_that_met_it_is_done_again_whole()
    {
        await _room.ComposeAsync(Addresses(7));
        await _room.SendAsync(_ => Accepted);
        _room.Newsroom.Scalar($"{TestServer.Trigger("fault", "before delete on delivery", "old.id = 5", TestServer.Raise)}; select 0");

        Assert.ThrowsAny<DbException>(() => Retention.DropDeliveries(Monday.AddMonths(13)));

        Assert.Equal((7, 4), (_room.Report().Of(DeliveryState.Sent), Count("delivery")));
        _room.Newsroom.Scalar($"{TestServer.DropTrigger("fault", "delivery")}; select 0");
        Retention.DropDeliveries(Monday.AddMonths(13));
        Assert.Equal((7, 0), (_room.Report().Of(DeliveryState.Sent), Count("delivery")));
    }

    [Fact]
    public async Task Who_has_had_a_release_that_nobody_tells_any_more_is_forgotten_of_each()
    {
        await _room.ComposeAsync(Addresses(7));
        await _room.SendAsync(_ => Accepted);
        _room.Newsroom.Scalar("update entry set pruned = 1 returning 0");

        Retention.ForgetSent(Monday.AddMonths(13));

        Assert.Equal((0, 7), (Count("digest_release"), Count("digest")));
    }

    public void Dispose() => _room.Dispose();

    private long Count(string table) => _room.Newsroom.Scalar($"select count(*) from {table}");
}
