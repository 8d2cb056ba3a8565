using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage;

/// <summary>Takes away what is held about editions when its time is over: of digests some thousand a transaction, since others write meanwhile.</summary>
internal sealed class Retention(Database database)
{
    // Finding them in a large edition may take longer than a command otherwise may, and would end at the same place each day.
    private const int PatienceSeconds = 3600;

    private const string Ended = "('Sent', 'Failed', 'Suppressed')";

    // The plus keeps from walking through the whole edition by its index, slice for slice.
    private const string Slice = "+d.edition_id = @id and d.id between @first and @last";

    private const string SlicesSql = """
        select min(id), max(id)
        from (select id, (row_number() over (order by id) - 1) / @size as slice from digest where edition_id = @id) numbered
        group by slice
        order by slice
        """;

    private const string WithTextSql = """
        select e.id from edition e where e.cut_off_at < @before and exists (select 1 from profile p where p.edition_id = e.id and p.text <> '')
        """;

    // Without its text nothing can be sent any more; the next digest covers what it told.
    private const string GiveUpHeldSql = """
        delete from digest_release where digest_id in (
            select d.id from digest d join delivery v on v.digest_id = d.id where d.edition_id = @id and v.state = 'Held' and v.composed_at < @before);
        update delivery set state = 'Failed', reply = 'Held until its text was not kept any more.'
        where state = 'Held' and composed_at < @before and digest_id in (select id from digest where edition_id = @id)
        """;

    // The hash goes too, or a late digest of the edition would be taken for this one.
    private const string EmptySql = $"""
        update profile set text = '', html = '', hash = randomblob(32)
        where edition_id = @id and text <> '' and id not in (
            select d.profile_id from digest d join delivery v on v.digest_id = d.id
            where d.edition_id = @id and (v.state not in {Ended} or coalesce(v.sent_at, v.composed_at) >= @before))
        """;

    private const string WithDeliveriesSql = $"""
        select e.id from edition e
        where e.cut_off_at < @before and exists (
            select 1 from digest d join delivery v on v.digest_id = d.id where d.edition_id = e.id and v.state in {Ended} and v.composed_at < @before)
        """;

    private const string CountSql = $"""
        insert into edition_count (edition_id, state, count)
        select d.edition_id, v.state, count(*) from digest d join delivery v on v.digest_id = d.id
        where {Slice} and v.state in {Ended} and v.composed_at < @before
        group by d.edition_id, v.state
        on conflict (edition_id, state) do update set count = edition_count.count + excluded.count
        """;

    // One that reached nobody must not count as sent when nothing says any more that it failed.
    private const string FailedSql = $"""
        select d.id from digest d join delivery v on v.digest_id = d.id where {Slice} and v.state in ('Failed', 'Suppressed') and v.composed_at < @before
        """;

    private const string DropDeliveriesSql = $"""
        delete from delivery
        where state in {Ended} and composed_at < @before and digest_id in (select d.id from digest d where {Slice})
        """;

    private const string DropDigestSql = "delete from digest_release where digest_id = @id; delete from digest where id = @id";

    private const string WithDigestsSql = "select e.id from edition e where e.cut_off_at < @before and exists (select 1 from digest d where d.edition_id = e.id)";

    // As long as a release keeps its text another outlet may tell of it again; so long it is known who has had it.
    private const string ForgetSentSql = $"""
        delete from digest_release
        where digest_id in (select d.id from digest d where {Slice})
          and not exists (select 1 from release r join entry n on n.release_id = coalesce(r.merged_into, r.id) where r.id = digest_release.release_id and n.pruned = 0)
        """;

    // The newest digest of a subscriber says where the next window begins.
    private const string DropBareSql = """
        delete from digest
        where +edition_id = @id and id between @first and @last
          and not exists (select 1 from delivery v where v.digest_id = digest.id)
          and not exists (select 1 from digest_release r where r.digest_id = digest.id)
          and (window_to < (select max(n.window_to) from digest n where n.subscriber_id = digest.subscriber_id)
               or exists (select 1 from subscriber s where s.id = digest.subscriber_id and s.email = ''))
        """;

    private const string DropBouncesSql = "delete from bounce where delivery_id is null and received_at < @before";

    private const string DropWaitingSql = "delete from edition_waiting where edition_id in (select id from edition where cut_off_at < @before)";

    private const string WithEmptiedSql = "select e.id from edition e where e.cut_off_at < @before and exists (select 1 from profile p where p.edition_id = e.id and p.text = '')";

    private const string DropProfilesSql = "delete from profile where edition_id = @id and text = '' and id not in (select profile_id from digest where edition_id = @id)";

    /// <summary>How many digests of an edition one transaction goes through.</summary>
    public int SliceSize { get; init; } = 5_000;

    /// <summary>Empties the mails whose last try was before the instant.</summary>
    public void EmptyMails(DateTimeOffset before) => EachEdition(WithTextSql, before, (connection, values) => Do(connection, $"{GiveUpHeldSql};{EmptySql}", values));

    /// <summary>Keeps of deliveries only how many there were.</summary>
    public void DropDeliveries(DateTimeOffset before) => EachSlice(WithDeliveriesSql, before, (connection, values) =>
    {
        var failed = connection.Query<long>(FailedSql, values, commandTimeout: PatienceSeconds).AsList();
        Do(connection, $"{CountSql};{DropDeliveriesSql}", values);
        Do(connection, DropDigestSql, failed.Select(id => new { id }));
        Do(connection, DropBareSql, values);
    });

    /// <summary>Forgets why somebody had no digest, and drops what was left of mails that no digest names any more.</summary>
    public void DropRest(DateTimeOffset before)
    {
        database.InTransaction(connection => Do(connection, DropWaitingSql, new { before = before.ToStorage() }));
        EachEdition(WithEmptiedSql, before, (connection, values) => Do(connection, DropProfilesSql, values));
    }

    /// <summary>Forgets who has had releases that are too old to be told of again.</summary>
    public void ForgetSent(DateTimeOffset before) =>
        EachSlice(WithDigestsSql, before, (connection, values) => Do(connection, $"{ForgetSentSql};{DropBareSql}", values));

    /// <summary>Of mails that came back and led to no delivery; the others go with theirs.</summary>
    public void DropBounces(DateTimeOffset before) => database.InTransaction(connection => Do(connection, DropBouncesSql, new { before = before.ToStorage() }));

    private void EachEdition(string sql, DateTimeOffset instant, Action<DbConnection, object> work)
    {
        var before = instant.ToStorage();
        foreach (var id in Editions(sql, before))
        {
            database.InTransaction(connection => work(connection, new { id, before }));
        }
    }

    private void EachSlice(string sql, DateTimeOffset instant, Action<DbConnection, object> work)
    {
        var before = instant.ToStorage();
        foreach (var id in Editions(sql, before))
        {
            foreach (var (first, last) in Slices(id))
            {
                database.InTransaction(connection => work(connection, new { id, before, first, last }));
            }
        }
    }

    private List<(long First, long Last)> Slices(long id)
    {
        using var connection = database.Open();
        return connection.Query<(long First, long Last)>(SlicesSql, new { id, size = SliceSize }, commandTimeout: PatienceSeconds).AsList();
    }

    private List<long> Editions(string sql, string before)
    {
        using var connection = database.Open();
        return connection.Query<long>(sql, new { before }, commandTimeout: PatienceSeconds).AsList();
    }

    private static void Do(DbConnection connection, string sql, object values) => connection.Execute(sql, values, commandTimeout: PatienceSeconds);
}
