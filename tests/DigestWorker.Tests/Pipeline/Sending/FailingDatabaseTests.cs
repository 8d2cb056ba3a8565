using System.Data.Common;
using DigestWorker.Delivering;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using static DigestWorker.Tests.Pipeline.Sending.SendingRoom;

namespace DigestWorker.Tests.Pipeline.Sending;

/// <summary>The database fails in the middle of a run, here by a table that is out of reach for a while.</summary>
public sealed class FailingDatabaseTests : IDisposable
{
    private const int Subscribers = 100, Connections = 3;

    private readonly SendingRoom _room = new();
    private int _triedBefore;

    [Fact]
    public async Task Nothing_more_is_sent_and_afterwards_only_what_could_not_be_noted_comes_twice()
    {
        await _room.ComposeAsync(Addresses(Subscribers));

        await Assert.ThrowsAnyAsync<DbException>(() => _room.SendAsync(BreakingAt(40), connections: Connections));
        Assert.InRange(_room.Tried.Count, _triedBefore, _triedBefore + Connections - 1);
        Assert.Equal(0, _room.Open);
        Mend();
        Assert.Null((await _room.SendAsync(_ => Accepted)).Stopped);
        Assert.Equal(Subscribers, _room.Tried.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(_room.Tried.Count, Subscribers + 1, Subscribers + Connections);
    }

    [Fact]
    public async Task Those_whose_refusals_waited_for_a_success_are_not_marked()
    {
        await _room.ComposeAsync(Addresses(Subscribers));
        var (at, breaking) = (0, BreakingAt(10));

        await Assert.ThrowsAnyAsync<DbException>(() => _room.SendAsync(mail =>
            breaking(mail) is var accepted && ++at is > 5 and < 10 ? Refused(TransportStage.Recipient, "550 5.1.1 no such mailbox") : accepted));

        Mend();
        Assert.Equal(Subscribers - 5, (await _room.SendAsync(_ => Accepted)).Sent);
        Assert.Equal(0, _room.Newsroom.Scalar("select count(*) from subscriber where state <> 'Active'"));
    }

    [Fact]
    public async Task The_schedule_goes_on_by_itself_at_the_next_turn()
    {
        await _room.ComposeAsync(Addresses(3));
        Do("alter table delivery rename to away");
        await _room.Newsroom.PublishDueAsync();
        Assert.Empty(_room.Newsroom.Mails);

        Mend();
        await _room.Newsroom.PublishDueAsync();

        Assert.Equal(3, _room.Newsroom.Mails.Length);
    }

    public void Dispose() => _room.Dispose();

    private Func<Envelope, TransportReply> BreakingAt(int mail)
    {
        var at = 0;
        return _ =>
        {
            if (Interlocked.Increment(ref at) == mail)
            {
                Do("alter table delivery rename to away");
            }

            return Accepted;
        };
    }

    private void Mend() => Do("alter table away rename to delivery");

    private void Do(string sql) => _room.The<Database>().Exclusively(() =>
    {
        _triedBefore = _room.Tried.Count;
        using var connection = _room.The<Database>().Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    });
}
