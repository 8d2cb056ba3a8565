using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The spelling under which somebody is stored: a domain with letters beyond ASCII may stand there in punycode, or the other way round.</summary>
internal static class KnownAddress
{
    // Of several the one that goes on is meant.
    private const string FindSql = "select address from subscriber where address in @spellings order by ended_at is not null, address <> @address, id limit 1";

    private const string EmailSql = "select email from subscriber where id = @id";

    private const string IdsSql = "select id from subscriber where address in @spellings order by address <> @address, id";

    /// <returns>Where none is known, or each has ended, the spelling that was given.</returns>
    public static string Of(DbConnection connection, string email)
    {
        var spellings = EmailAddress.Spellings(email);
        return (spellings.Count == 1 ? null : connection.ExecuteScalar<string?>(FindSql, new { spellings, address = spellings[0] })) ?? spellings[0];
    }

    /// <summary>Earlier versions kept each spelling as a subscriber of its own: what is done to a mailbox is done to all of them.</summary>
    /// <returns>Ids, that of the spelling that was given first.</returns>
    public static IReadOnlyList<long> Ids(DbConnection connection, string email)
    {
        var spellings = EmailAddress.Spellings(email);
        return connection.Query<long>(IdsSql, new { spellings, address = spellings[0] }).AsList();
    }

    /// <returns>The ids of this one's mailbox, its own first; none where it belongs to nobody any more.</returns>
    public static IReadOnlyList<long> Ids(DbConnection connection, long id) =>
        connection.ExecuteScalar<string?>(EmailSql, new { id }) is { Length: > 0 } email ? Ids(connection, email) : [];
}
