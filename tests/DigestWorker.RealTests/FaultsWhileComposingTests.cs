namespace DigestWorker.RealTests;

public sealed class FaultsWhileComposingTests
{
    [Theory]
    [InlineData(DatabaseFault.ServerRestarted)]
    [InlineData(DatabaseFault.NetworkCut)]
    [InlineData(DatabaseFault.NetworkSilent)]
    public Task A_service_that_has_kept_a_batch_composes_the_others_and_nobody_has_two_digests(DatabaseFault fault) => FaultBeforeSending.WhileComposingAsync(fault);
}
