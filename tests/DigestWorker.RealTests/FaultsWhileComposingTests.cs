namespace DigestWorker.RealTests;

public sealed class FaultsWhileComposingTests
{
    private const int Subscribers = Cluster.Batch + 60;

    [Theory]
    [InlineData(DatabaseFault.ServerRestarted)]
    [InlineData(DatabaseFault.NetworkCut)]
    [InlineData(DatabaseFault.NetworkSilent)]
    public Task A_service_that_has_kept_a_batch_composes_the_others_and_nobody_has_two_digests(DatabaseFault fault) =>
        FaultBeforeSending.IsLivedThroughAsync(fault, (Feeds: 0, Subscribers), async (cluster, _) =>
        {
            var server = cluster.Server;
            cluster.HoldComposing();
            await cluster.ComposesAsync();
            return () =>
            {
                var digests = server.Count("select count(*) from digest");
                cluster.LetCompose();
                return (digests, Subscribers, cluster.Mails);
            };
        });
}
