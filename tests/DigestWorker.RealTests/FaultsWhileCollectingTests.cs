namespace DigestWorker.RealTests;

public sealed class FaultsWhileCollectingTests
{
    private const int Feeds = 24, Subscribers = 60;

    [Theory]
    [InlineData(DatabaseFault.ServerRestarted)]
    [InlineData(DatabaseFault.NetworkCut)]
    [InlineData(DatabaseFault.NetworkSilent)]
    public Task A_service_that_has_stored_some_feeds_stores_each_once_and_composes_of_all(DatabaseFault fault) =>
        FaultBeforeSending.IsLivedThroughAsync(fault, (Feeds, Subscribers), async (cluster, feeds) =>
        {
            var server = cluster.Server;
            await cluster.UntilAsync(() => server.Count("select count(*) from entry") > Feeds / 4, "the first entries");
            return () =>
            {
                var (entries, editions) = (server.Count("select count(*) from entry"), server.Count("select count(*) from edition"));
                feeds.GoOn();
                return (entries, Feeds, editions);
            };
        });
}
