using System.Data.Common;
using DigestWorker.Storage.Postgres;

namespace DigestWorker.Storage;

/// <summary>The few words in which the two databases differ.</summary>
internal sealed record Dialect
{
    public static readonly Dialect Sqlite = new()
    {
        Name = "SQLite",
        WhereCaseIsIgnored = column => column,
        AsBytes = value => value,
        Words = (json, name) => $"json_each({json}) {name}",
        Rows = (json, name) => $"json_each({json}) {name}",
        FirstKey = 0,
        ForUpdate = _ => "",
        ForUpdateOfFree = _ => "",
        BeforeErasing = "pragma secure_delete = on",
        // The same few pages change at every note: checkpointing them less often spares most of the disk's work (sqlite.org/pragma.html).
        BeforeSending = "pragma wal_autocheckpoint = 10000",
        Claim = "",
        IsOwn = "",
        IsDead = "",
    };

    public static readonly Dialect Postgres = new()
    {
        Name = "PostgreSQL",
        WhereCaseIsIgnored = column => $"lower({column})",
        AsBytes = value => $"{value} collate \"C\"",
        Words = (json, name) => $"jsonb_array_elements_text(cast({json} as jsonb)) with ordinality {name}(value, key)",
        Rows = (json, name) => $"jsonb_array_elements(cast({json} as jsonb)) with ordinality {name}(value, key)",
        FirstKey = 1,
        ForUpdate = table => $"for update of {table}",
        ForUpdateOfFree = table => $"for update of {table} skip locked",
        BeforeErasing = "select 1",
        // A plan that was kept from when a table was small would read all of it for each mail.
        BeforeSending = "discard plans",
        Claim = ", claimed_by = @worker",
        IsOwn = "and claimed_by = @worker",
        // By the claim that was seen: of a row that changed meanwhile its new one is known, of the workers only those of before.
        // Found once, not anew for each claim, as it would be where the server does not know yet how many there are.
        IsDead = $"""
            and (delivery.id, coalesce(delivery.claimed_by, '')) in (
                with gone as materialized (
                    select c.id, coalesce(c.claimed_by, '') as worker from delivery c where c.state = 'Sending' and coalesce(c.claimed_by, '') not in ({PostgresWorker.AliveSql}))
                select id, worker from gone)
            """,
    };

    public required string Name { get; init; }

    /// <summary>A column in which letters of either case are the same; as its unique index has it.</summary>
    public required Func<string, string> WhereCaseIsIgnored { get; init; }

    /// <summary>A value by the rules of the columns, whose letters have a case in ASCII only; by those of its language it would be another text in lower case.</summary>
    public required Func<string, string> AsBytes { get; init; }

    /// <summary>A JSON array of strings as a table of <c>value</c> and <c>key</c>, its place.</summary>
    public required Func<string, string, string> Words { get; init; }

    /// <summary>A JSON array of objects, the same.</summary>
    public required Func<string, string, string> Rows { get; init; }

    /// <summary>The place of the first of them.</summary>
    public required int FirstKey { get; init; }

    /// <summary>Where there is more than one writer: nobody else changes these rows until the transaction ends.</summary>
    public required Func<string, string> ForUpdate { get; init; }

    /// <summary>The same, and rows that somebody else has are left out.</summary>
    public required Func<string, string> ForUpdateOfFree { get; init; }

    /// <summary>Has deleted content written over, as far as the database can reach it at once.</summary>
    public required string BeforeErasing { get; init; }

    public required string BeforeSending { get; init; }

    /// <summary>Notes whose claim it is, where several may send.</summary>
    public required string Claim { get; init; }

    /// <summary>The claim is this worker's still.</summary>
    public required string IsOwn { get; init; }

    /// <summary>Whoever claimed the delivery is gone. Where only one may send, whoever asks is that one, and every claim is an old one.</summary>
    public required string IsDead { get; init; }

    /// <summary>Whether such a column holds the value, in either case.</summary>
    public string Same(string column, string value) => $"{WhereCaseIsIgnored(column)} = {WhereCaseIsIgnored(AsBytes(value))}";

    public static Dialect Of(DbConnection connection) => connection is PostgresConnection ? Postgres : Sqlite;
}
