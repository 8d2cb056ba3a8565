using System.Globalization;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Pipeline.Releasing;

/// <summary>A server of PostgreSQL that ends whatever asks nothing for a second, in place of its 45.</summary>
public sealed class SlowTextsTests : IDisposable
{
    private const int Entries = 60, Words = 20_000;

    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero)) { ServerOptions = ";Options=-c idle_in_transaction_session_timeout=1s" };

    [Fact]
    public async Task Texts_that_take_long_together_are_understood_though_the_server_wants_to_hear_something()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        _newsroom.Publish("charity", [.. Enumerable.Range(0, Entries).Select(Long)]);

        await _newsroom.CollectAsync();

        Assert.Equal((Entries, 0), (_newsroom.Scalar("select count(*) from entry"), _newsroom.Scalar("select count(*) from entry where pending = 1")));
    }

    public void Dispose() => _newsroom.Dispose();

    private static FeedEntry Long(int at) => new(
        at.ToString(CultureInfo.InvariantCulture), $"Report {at} of councils", string.Join(' ', Enumerable.Range(0, Words / 8).Select(word => $"Police recorded {1000 + word} offences in area {at}.")));
}
