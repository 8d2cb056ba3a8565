using System.Data.Common;
using DigestWorker.Storage.Postgres;

namespace DigestWorker.Tests.Storage;

/// <summary>A server whose name nobody knows, or nobody knows just now.</summary>
public sealed class UnknownServerTests
{
    [Fact]
    public void It_is_told_as_what_a_database_met_and_in_words()
    {
        using var database = new PostgresDatabase("Host=nowhere.invalid;Database=digest;Username=worker");

        var fault = Assert.ThrowsAny<DbException>(database.Open);

        Assert.Contains("digest on nowhere.invalid cannot be reached", database.Fault(fault).Message, StringComparison.Ordinal);
    }
}
