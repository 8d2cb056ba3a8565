namespace DigestWorker.RealTests;

public sealed class FaultsWhileCollectingTests
{
    [Theory]
    [InlineData(DatabaseFault.ServerRestarted)]
    [InlineData(DatabaseFault.ServerReplaced)]
    [InlineData(DatabaseFault.NetworkCut)]
    [InlineData(DatabaseFault.NetworkSilent)]
    public Task A_service_that_has_stored_some_feeds_stores_each_once_and_composes_of_all(DatabaseFault fault) => FaultBeforeSending.WhileCollectingAsync(fault);
}
