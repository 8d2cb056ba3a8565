using DigestWorker.Pipeline;
using DigestWorker.Storage.Postgres;
using DigestWorker.Tests.Support;
using Npgsql;

namespace DigestWorker.Tests.Pipeline;

/// <summary>Whether the service can work with its database, as monitoring and the admin hear it.</summary>
public sealed class CheckReadyTests
{
    [Fact]
    public void A_database_that_answers_and_can_be_written_is_ready()
    {
        using var temp = new TempDatabase();

        Assert.Null(new CheckReady(temp.Database).Run());
    }

    [Fact]
    public void One_that_can_only_be_read_is_not()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        var connection = TestServer.New();
        TestServer.Execute($"alter database {new NpgsqlConnectionStringBuilder(connection).Database} set default_transaction_read_only = on");
        using (var database = new PostgresDatabase(connection))
        {
            Assert.Equal("the database cannot be written", new CheckReady(database).Run());
        }

        TestServer.Drop(connection);
    }

    [Fact]
    public void One_that_is_away_is_not()
    {
        using var database = new PostgresDatabase("Host=127.0.0.1;Port=1;Database=digest;Username=digest");

        Assert.Equal("the database does not answer", new CheckReady(database).Run());
    }
}
