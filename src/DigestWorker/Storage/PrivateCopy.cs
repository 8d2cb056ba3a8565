using Dapper;
using DigestWorker.Domain;
using DigestWorker.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Storage;

/// <summary>
/// The part of the database that composing one edition needs, as it was before that edition. It stands in memory alone and is
/// gone with the process, however that ends: personal data never gets into another file.
/// </summary>
internal sealed class PrivateCopy : IDisposable
{
    private const string PeopleSql = """
        insert into main.source select * from stored.source;
        insert into main.release select * from stored.release;
        insert into main.organisation select * from stored.organisation;
        insert into main.team select * from stored.team;
        insert into main.team_role select * from stored.team_role;
        insert into main.team_area select * from stored.team_area;
        insert into main.team_quiet select * from stored.team_quiet;
        insert into main.subscriber select * from stored.subscriber;
        insert into main.subscriber_role select * from stored.subscriber_role;
        insert into main.subscriber_area select * from stored.subscriber_area;
        insert into main.subscriber_topic select * from stored.subscriber_topic;
        insert into main.subscriber_word select * from stored.subscriber_word;
        insert into main.subscription select * from stored.subscription;
        insert into main.suppression select * from stored.suppression;
        insert into main.team_member select * from stored.team_member;
        insert into main.team_member_role select * from stored.team_member_role;
        insert into main.team_member_area select * from stored.team_member_area
        """;

    private const string EditionsSql = """
        insert into main.edition select * from stored.edition where week <= @week;
        insert into main.edition_waiting select * from stored.edition_waiting where edition_id in (select id from main.edition where week < @week);
        insert into main.digest select * from stored.digest where edition_id in (select id from main.edition where week < @week);
        insert into main.delivery select * from stored.delivery where digest_id in (select id from main.digest)
        """;

    // What is ahead stands in each digest; what nearly belonged to a release may belong to it by other settings.
    private const string ScopeSql = """
        create temp table wanted_release as
            select distinct release_id as id from stored.entry where news_at >= @from and news_at < @to and release_id is not null
            union
            select e.release_id from stored.upcoming u join stored.entry e on e.id = u.entry_id
            where u.day between date(@to, '-1 year') and date(@to, '+28 days') and e.release_id is not null;
        insert into temp.wanted_release
            select n.release_id from stored.entry e join stored.near_release n on n.entry_id = e.id
            where e.release_id in (select id from temp.wanted_release);
        create temp table wanted as select id from stored.entry where release_id in (select id from temp.wanted_release) or pending = 1
        """;

    private const string EntriesSql = """
        insert into main.entry select * from stored.entry where id in (select id from temp.wanted);
        insert into main.label select * from stored.label where entry_id in (select id from temp.wanted);
        insert into main.figure select * from stored.figure where entry_id in (select id from temp.wanted);
        insert into main.revision select * from stored.revision where entry_id in (select id from temp.wanted);
        insert into main.upcoming select * from stored.upcoming where entry_id in (select id from temp.wanted);
        insert into main.trait select * from stored.trait where entry_id in (select id from temp.wanted);
        insert into main.block_key select b.* from temp.wanted w join stored.block_key b on b.entry_id = w.id;
        insert into main.near_release select * from stored.near_release where entry_id in (select id from temp.wanted);
        insert into main.verdict select * from stored.verdict where entry_id in (select id from temp.wanted);
        insert into main.series_point select * from stored.series_point where entry_id in (select id from temp.wanted);
        insert into main.digest_release select * from stored.digest_release
            where digest_id in (select id from main.digest) and release_id in (select r.id from main.release r join temp.wanted_release w on w.id = coalesce(r.merged_into, r.id));
        drop table temp.wanted;
        drop table temp.wanted_release
        """;

    private const string SilenceSql = """
        update entry set release_id = null, news_at = null where source_id in (select id from source where name in @names)
        """;

    private const string RepublishSql = "update entry set publisher = @publisher where source_id in (select id from source where name = @name)";

    private readonly SqliteConnection _held;

    private PrivateCopy()
    {
        ConnectionString = $"Data Source=file:copy-{Guid.NewGuid():N}?mode=memory&cache=shared";
        _held = new SqliteConnection(ConnectionString);
        _held.Open();
    }

    public string ConnectionString { get; }

    /// <summary>With everybody and their digests of earlier editions, and without any entry yet.</summary>
    public static PrivateCopy Of(Database stored, EditionWeek week)
    {
        var copy = new PrivateCopy();
        try
        {
            using var schema = new SqliteDatabase(copy.ConnectionString);
            schema.Migrate();
            copy.Reading(stored, connection =>
            {
                connection.Execute(PeopleSql);
                connection.Execute(EditionsSql, new { week = week.ToString() });
            });
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>Takes over what became news in the time, whole releases, and what is told for the weeks after.</summary>
    public void TakeEntries(Database stored, DateTimeOffset from, DateTimeOffset to) => Reading(stored, connection =>
    {
        connection.Execute(ScopeSql, new { from = from.ToStorage(), to = to.ToStorage() });
        connection.Execute(EntriesSql);
    });

    /// <summary>The same again, to be changed apart.</summary>
    public PrivateCopy Twin()
    {
        var twin = new PrivateCopy();
        _held.BackupDatabase(twin._held);
        return twin;
    }

    /// <summary>As if these sources had not been read in the time.</summary>
    public void Silence(IReadOnlyList<string> names) => _held.Execute(SilenceSql, new { names });

    /// <summary>As if the source's entries had come under this name.</summary>
    public void Republish(string name, string publisher) => _held.Execute(RepublishSql, new { name, publisher });

    public void Dispose()
    {
        SqliteConnection.ClearPool(_held);
        _held.Dispose();
    }

    // A part of what is stored refers to rows that are left out. What is attached is in memory too unless its address says otherwise.
    private void Reading(Database stored, Action<SqliteConnection> copy)
    {
        _held.Execute("pragma foreign_keys = off");
        _held.Execute("attach database @file as stored", new { file = $"{new Uri(Path.GetFullPath(stored.FileFor("Rehearsing"))).AbsoluteUri}?mode=rw&cache=private" });
        using (var transaction = _held.BeginTransaction(deferred: true))
        {
            copy(_held);
            transaction.Commit();
        }

        _held.Execute("detach database stored");
    }
}
