using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The spelling under which somebody is stored: a domain with letters beyond ASCII may stand there in punycode, or the other way round.</summary>
internal static class KnownAddress
{
    private const string FindSql = "select address from subscriber where address in @spellings";

    private const string IdsSql = "select id from subscriber where address in @spellings order by address <> @address, id";

    /// <returns>The spelling that was given where it is known, or where none is.</returns>
    public static string Of(DbConnection connection, string email)
    {
        var spellings = EmailAddress.Spellings(email);
        if (spellings.Count == 1)
        {
            return spellings[0];
        }

        var known = connection.Query<string>(FindSql, new { spellings }).ToHashSet(StringComparer.Ordinal);
        return spellings.FirstOrDefault(known.Contains) ?? spellings[0];
    }

    /// <summary>Earlier versions kept each spelling as a subscriber of its own: what is done to a mailbox is done to all of them.</summary>
    /// <returns>Ids, that of the spelling that was given first.</returns>
    public static IReadOnlyList<long> Ids(DbConnection connection, string email)
    {
        var spellings = EmailAddress.Spellings(email);
        return connection.Query<long>(IdsSql, new { spellings, address = spellings[0] }).AsList();
    }
}
