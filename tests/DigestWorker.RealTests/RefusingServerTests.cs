namespace DigestWorker.RealTests;

/// <summary>The server of the database lives, and lets a real service do nothing before it sends.</summary>
public sealed class RefusingServerTests
{
    [Theory]
    [InlineData(DatabaseFault.ReadOnly)]
    [InlineData(DatabaseFault.NoConnectionLeft)]
    public Task One_that_has_stored_some_feeds_stores_each_once_and_composes_of_all(DatabaseFault fault) => FaultBeforeSending.WhileCollectingAsync(fault);

    [Theory]
    [InlineData(DatabaseFault.ReadOnly)]
    [InlineData(DatabaseFault.NoConnectionLeft)]
    public Task One_that_has_kept_a_batch_composes_the_others_and_nobody_has_two_digests(DatabaseFault fault) => FaultBeforeSending.WhileComposingAsync(fault);
}
