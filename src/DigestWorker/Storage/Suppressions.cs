using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Subscribers whom mail does not reach, or who called it spam: nothing is sent to them until an admin says so. Every change is a row.</summary>
internal sealed class Suppressions(Database database, OptOuts optOuts)
{
    public const string RestoredChange = "restored";

    private const string SuppressSql = "update subscriber set state = 'Suppressed' where id = @id and state not in ('Unsubscribed', 'Suppressed')";

    private const string StatesSql = "select state from subscriber where id in @ids";

    // Who had paused goes on with that.
    private const string RestoreSql = """
        update subscriber set state = case when paused_until is null then 'Active' else 'Paused' end where id = @id and state = 'Suppressed'
        """;

    /// <returns>False where nothing goes to this subscriber already.</returns>
    public static bool Suppress(DbConnection connection, long id, string because, DateTimeOffset at) =>
        SubscriberChanges.Make(connection, KnownAddress.Ids(connection, id), (SuppressSql, null), (Actor.Program, at), $"suppressed: {because}");

    /// <summary>Lifts a suppression, never a person's own stop; also where nothing but a keyed hash is left of it.</summary>
    public RestoreOutcome Restore(string email, DateTimeOffset at) => database.InTransaction(connection =>
    {
        var ids = KnownAddress.Ids(connection, email);
        return ids.Count == 0 ? RestoreForgotten(connection, email)
            : connection.Query<string>(StatesSql, new { ids }).Contains(nameof(SubscriberState.Unsubscribed), StringComparer.Ordinal) ? RestoreOutcome.OptedOut
            : SubscriberChanges.Make(connection, ids, (RestoreSql, null), (Actor.Admin, at), RestoredChange) ? RestoreOutcome.Restored
            : RestoreOutcome.NotSuppressed;
    });

    private RestoreOutcome RestoreForgotten(DbConnection connection, string email)
    {
        if (optOuts.Find(connection, email) is not { } optOut)
        {
            return RestoreOutcome.Unknown;
        }

        if (optOut.Reason != OptOutReason.Suppressed)
        {
            return RestoreOutcome.OptedOut;
        }

        optOuts.Lift(connection, email);
        return RestoreOutcome.Restored;
    }
}

internal enum RestoreOutcome
{
    Restored,
    NotSuppressed,

    /// <summary>The person stopped the digest; that is theirs to take back.</summary>
    OptedOut,

    Unknown,
}
