using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DigestWorker.RealTests;

/// <summary>The same with all still to do: the sources are to be read, the edition is to be composed, and the schedule says when.</summary>
internal sealed partial class Cluster
{
    private const string NeverCron = "0 0 5 1 1 ? 2099";

    /// <summary>How many digests are composed and kept at once.</summary>
    public const int Batch = 1_000;

    // From the second batch on, as long as a command may take.
    private static readonly string HoldSql = $"""
        create table held as select 1;
        create function hold() returns trigger language plpgsql as
            $$ begin while (select count(*) from digest) > {Batch} and exists (select 1 from held) loop perform pg_sleep(0.02); end loop; return null; end $$;
        create trigger hold after insert on digest for each statement execute function hold();
        """;

    private const string HeldSql = "select count(*) from pg_stat_activity where state = 'active' and query like '%insert into digest %' and pid <> pg_backend_pid()";

    // What one worker did alone and undisturbed, in a database of its own.
    private const string Undisturbed = "undisturbed";

    private const string CountsSql = """
        select concat_ws(', ',
            (select count(*) || ' entries' from entry), (select count(*) || ' to be matched' from entry where pending = 1),
            (select count(*) || ' releases' from release), (select count(*) || ' editions' from edition where composed_at is not null),
            (select count(*) || ' digests' from digest), (select count(distinct hash) || ' profiles' from profile),
            (select count(*) || ' releases told' from digest_release), (select count(*) || ' deliveries' from delivery))
        """;

    /// <param name="feeds">Addresses of what is read beside the one entry that everybody is told of.</param>
    public static Cluster WithAllToDo(PostgresServer server, int subscribers, params IReadOnlyList<string> feeds)
    {
        var cluster = new Cluster(server, subscribers, (PerMinute: 0, TimeSpan.Zero))
        {
            _feeds = feeds,
        };
        cluster.WriteFeed();
        cluster.Save(server.ConnectionString);
        cluster.Join();
        return cluster;
    }

    /// <param name="publishCron">In universal time; for services that are started from now on.</param>
    public void Publish(string publishCron)
    {
        _schedule = new { TimeZone = "Etc/UTC", CollectCron = NeverCron, PublishCron = publishCron };
        Save(Server.ConnectionString);
    }

    /// <summary>The server keeps the first batch, and is slow to answer the second.</summary>
    public void HoldComposing() => Server.Execute(HoldSql);

    public void LetCompose() => Server.Execute("delete from held");

    public Task ComposesAsync() => UntilAsync(() => Server.Count("select count(*) from digest") == Batch && Server.Count(HeldSql) == 1, "the first batch and no more");

    /// <returns>How many there are of each thing in the end.</returns>
    public string Counts() => Counts(Server.ConnectionString);

    /// <returns>How many there would be if nothing had happened.</returns>
    public async Task<string> UndisturbedAsync()
    {
        Server.Execute($"create database {Undisturbed}");
        var (connection, settings) = (Server.ConnectionString.Replace("Database=postgres", $"Database={Undisturbed}", StringComparison.Ordinal), _settings);
        Save(connection);
        Join();
        var collected = await new DigestWorkerApp(_folder.Path).RunAsync("collect", "--settings", _settings);
        Assert.True(collected.ExitCode == 0, collected.Error);
        using (var host = Host())
        {
            var now = TimeProvider.System.GetUtcNow();
            var (edition, _, _) = host.Services.GetRequiredService<PublishEdition>().Run(EditionWeek.LastComplete(now), _ => true, TestContext.Current.CancellationToken);
            host.Services.GetRequiredService<Editions>().Composed(edition, now);
        }

        _settings = settings;
        return Counts(connection);
    }

    private static string Counts(string connectionString)
    {
        using var connection = new NpgsqlConnection($"{connectionString};Pooling=False");
        connection.Open();
        using var command = new NpgsqlCommand(CountsSql, connection);
        return (string)command.ExecuteScalar()!;
    }

    // Long before the edition is due: whoever joins later gets the next.
    private void Join()
    {
        using var host = Host();
        host.Services.GetRequiredService<Database>().Migrate();
        AddSubscribers(host, TimeProvider.System.GetUtcNow().AddDays(-1));
    }
}
