using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Subscribers whom mail does not reach, or who called it spam: nothing is sent to them until an admin says so. Every change is a row.</summary>
internal sealed class Suppressions(Database database)
{
    public const string RestoredChange = "restored";

    private const string SuppressSql = "update subscriber set state = 'Suppressed' where id = @id and state not in ('Unsubscribed', 'Suppressed')";

    private const string FindSql = "select id as Id, state as State from subscriber where address = @address";

    // Who had paused goes on with that.
    private const string RestoreSql = """
        update subscriber set state = case when paused_until is null then 'Active' else 'Paused' end where id = @id and state = 'Suppressed'
        """;

    /// <returns>False where nothing goes to this subscriber already.</returns>
    public static bool Suppress(DbConnection connection, long id, string because, DateTimeOffset at) =>
        Change(connection, SuppressSql, id, (Actor.Program, at), $"suppressed: {because}");

    /// <summary>Lifts a suppression, never a person's own stop.</summary>
    public RestoreOutcome Restore(string email, DateTimeOffset at) => database.InTransaction(connection =>
        connection.QuerySingleOrDefault<Row>(FindSql, new { address = KnownAddress.Of(connection, email) }) switch
        {
            null => RestoreOutcome.Unknown,
            { State: nameof(SubscriberState.Unsubscribed) } => RestoreOutcome.OptedOut,
            var known => Change(connection, RestoreSql, known.Id, (Actor.Admin, at), RestoredChange)
                ? RestoreOutcome.Restored
                : RestoreOutcome.NotSuppressed,
        });

    private static bool Change(DbConnection connection, string sql, long id, (Actor By, DateTimeOffset At) who, string change)
    {
        var changed = connection.Execute(sql, new { id }) == 1;
        if (changed)
        {
            SubscriberChanges.Note(connection, id, who, change);
        }

        return changed;
    }

    private sealed record Row(long Id, string State);
}

internal enum RestoreOutcome
{
    Restored,
    NotSuppressed,

    /// <summary>The person stopped the digest; that is theirs to take back.</summary>
    OptedOut,

    Unknown,
}
