using System.Data.Common;
using System.Text;
using Dapper;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;

namespace DigestWorker.Tests.Storage;

/// <summary>
/// The first version of this program that knew PostgreSQL, in its own statements over connections that stay: it
/// claims deliveries, notes that they were sent, and stores entries.
/// </summary>
internal sealed class OldProgram : IDisposable
{
    public const int Mails = 60;

    private const string At = "2026-11-23T07:30:00Z";

    public static readonly DateTimeOffset Now = StoredTime.FromStorage(At);

    private const string RightSql = "select pg_try_advisory_lock_shared(7236002)";

    private const string BeginSql = """
        insert into worker (id, pid, begun_at, seen_at)
        select @id, pid, backend_start, clock_timestamp() from pg_stat_activity where pid = pg_backend_pid()
        """;

    private const string DueSql = """
        select v.id, v.digest_id, d.profile_id, v.recipient, v.recipient_name, v.message_id, v.composed_at, d.why, d.token, v.attempts, v.bounce_token, d.notice
        from delivery v join digest d on d.id = v.digest_id
        where v.state not in ('Sent', 'Failed', 'Suppressed', 'Held') and v.state <> 'Sending' and v.due_at <= @now
        order by v.due_at, v.id
        limit @limit
        for update of v skip locked
        """;

    private const string ClaimSql = "update delivery set state = 'Sending', attempts = attempts + 1 , claimed_by = @worker where id = @id";

    private const string StandingSql = """
        select 2 * (select count(*) from delivery where id = @id and state = 'Sending' and claimed_by = @worker)
            + (select count(*) from digest d join subscriber s on s.id = d.subscriber_id where d.id = @digestId and s.state = 'Active' and s.ended_at is null)
        """;

    private const string NoteSql =
        "update delivery set state = @state, reply = @reply, sent_at = @sentAt, due_at = coalesce(@dueAt, due_at) where id = @id and claimed_by = @worker";

    private const string EntrySql = """
        insert into entry (source_id, publisher, url, title, summary, content, first_version, first_seen_at)
        values (1, 'charity', @url, @title, '', '', @version, @at)
        returning id
        """;

    private const string KeySql = "insert into entry_key (key, entry_id) values (@key, @id) on conflict do nothing";

    // Its own connection tells the others that it lives, and holds its right to send.
    private readonly DbConnection _known, _connection, _collecting;
    private readonly Statements _statements, _ofEntries;

    public OldProgram(PostgresDatabase database)
    {
        (_known, _connection, _collecting) = (database.Open(), database.Open(), database.Open());
        Assert.True(_known.ExecuteScalar<bool>(RightSql));
        _known.Execute(BeginSql, new { id = Id });
        (_statements, _ofEntries) = (new Statements(_connection), new Statements(_collecting));
    }

    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>With an edition that waits to be sent.</summary>
    public static void Fill(PostgresDatabase database, IReadOnlyList<(int Version, string Sql)> scripts) => database.InTransaction(connection =>
    {
        connection.Execute("create table schema_version (version bigint primary key, runs_from bigint not null, applied_at timestamptz not null default now())");
        foreach (var (version, sql) in scripts)
        {
            connection.Execute(sql);
            connection.Execute("insert into schema_version (version, runs_from) values (@version, @version)", new { version });
        }

        connection.Execute($"""
            insert into source (id, name, url) values (1, 'charity', 'https://charity.example.org/feed');
            insert into edition (id, week, cut_off_at) values (1, '2026-W47', '{At}');
            insert into profile (id, edition_id, hash, sender, reply_to, subject, text, html) values (1, 1, '\x00', 's', 'r', 'x', 't', 'h');
            insert into subscriber (id, email, address, state, since, token)
            select n, 's' || n || '@example.org', 's' || n || '@example.org', 'Active', '2026-11-01T00:00:00Z', 't' || n from generate_series(1, {Mails}) n;
            insert into digest (id, edition_id, subscriber_id, profile_id, window_from, window_to, why) select n, 1, n, 1, 'a', 'b', '' from generate_series(1, {Mails}) n;
            insert into delivery (digest_id, recipient, message_id, composed_at, state, due_at)
            select n, 's' || n || '@example.org', 'm' || n, '{At}', 'Queued', '{At}' from generate_series(1, {Mails}) n
            """);
    });

    public void Send(int mails) => Claim(mails).ToList().ForEach(mail =>
    {
        Assert.True(MaySend(mail));
        _statements[NoteSql].Run(("@state", "Sent"), ("@reply", "250 taken"), ("@sentAt", At), ("@dueAt", null), ("@id", mail.Id), ("@worker", Id));
    });

    public IReadOnlyList<(long Id, long DigestId)> Claim(int mails)
    {
        using var transaction = _connection.BeginTransaction();
        var due = _statements[DueSql].List(row => (Id: row.GetInt64(0), DigestId: row.GetInt64(1)), ("@now", At), ("@limit", mails));
        Assert.Equal(mails, due.Count);
        foreach (var (id, _) in due)
        {
            _statements[ClaimSql].Run(("@id", id), ("@worker", Id));
        }

        transaction.Commit();
        return due;
    }

    /// <summary>Its claim is its own still, and the mail is wanted.</summary>
    public bool MaySend((long Id, long DigestId) mail) =>
        _statements[StandingSql].Scalar<long>(("@id", mail.Id), ("@digestId", mail.DigestId), ("@worker", Id)) == 3;

    public void Store(string title)
    {
        var url = $"https://charity.example.org/{Uri.EscapeDataString(title)}";
        var id = _ofEntries[EntrySql].Scalar<long>(("@url", url), ("@title", title), ("@version", Encoding.UTF8.GetBytes(title)), ("@at", At));
        _ofEntries[KeySql].Run(("@key", url), ("@id", id));
    }

    public void Dispose()
    {
        _statements.Dispose();
        _ofEntries.Dispose();
        _connection.Dispose();
        _collecting.Dispose();
        _known.Dispose();
    }
}
