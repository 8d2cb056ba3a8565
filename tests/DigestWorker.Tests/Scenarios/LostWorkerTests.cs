using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Pipeline.Sending;
using DigestWorker.Tests.Support;
using static DigestWorker.Tests.Pipeline.Sending.SendingRoom;

namespace DigestWorker.Tests.Scenarios;

/// <summary>A worker that the others hold to be gone, though it goes on: the connection by which they know it broke, or nobody knows it any more.</summary>
public sealed class LostWorkerTests : IDisposable
{
    private readonly SendingRoom _room = new();

    [Theory]
    [InlineData("select count(pg_terminate_backend(pid)) from worker")]
    [InlineData("delete from worker returning 0")]
    public async Task It_ends_its_run_in_words_and_the_next_one_misses_nobody(string lost)
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        const int Subscribers = 400;
        await _room.ComposeAsync(Addresses(Subscribers));

        var fault = await Assert.ThrowsAnyAsync<DbException>(() => _room.SendAsync(_ =>
        {
            if (_room.Tried.Count == 1)
            {
                _room.Newsroom.Scalar(lost);
            }

            // All of them take longer than it takes the worker to notice.
            TestContext.Current.CancellationToken.WaitHandle.WaitOne(50);
            return Accepted;
        }));

        Assert.Contains("This worker's own connection", _room.The<Database>().Fault(fault).Message, StringComparison.Ordinal);
        Assert.InRange(_room.Tried.Count, 1, Subscribers - 1);
        await _room.SendAsync(_ => Accepted);
        Assert.Equal((Subscribers, Subscribers), (_room.Report().Of(DeliveryState.Sent), _room.Tried.Select(mail => mail.Recipient).Distinct(StringComparer.Ordinal).Count()));
    }

    public void Dispose() => _room.Dispose();
}
