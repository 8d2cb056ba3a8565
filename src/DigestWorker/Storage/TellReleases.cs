using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage;

/// <summary>Notes what new digests hold. That nobody is told a release twice is the table's key.</summary>
internal static class TellReleases
{
    private static string HeldRows(Dialect dialect) =>
        $"""{dialect.Rows("@kept", "one")}, {dialect.Rows("one.value -> 'Releases'", "held")}""";

    private static string AddSql(Dialect dialect) => $"""
        insert into digest_release (subscriber_id, release_id, version, digest_id, position)
        select cast(one.value ->> 'SubscriberId' as bigint), cast(held.value ->> 'ReleaseId' as bigint), cast(held.value ->> 'Version' as bigint),
               cast(one.value ->> 'Id' as bigint), held.key - {dialect.FirstKey}
        from {HeldRows(dialect)}
        where true
        on conflict do nothing
        """;

    private static string ToldSql(Dialect dialect) => $"""
        select distinct told.subscriber_id
        from {HeldRows(dialect)}, digest_release told
        where told.subscriber_id = cast(one.value ->> 'SubscriberId' as bigint)
          and told.release_id = cast(held.value ->> 'ReleaseId' as bigint) and told.version = cast(held.value ->> 'Version' as bigint)
          and told.digest_id <> cast(one.value ->> 'Id' as bigint)
        """;

    /// <param name="kept">The digests as JSON: Id, SubscriberId, and Releases in their order.</param>
    /// <param name="count">How many releases they hold together.</param>
    /// <exception cref="StaleDigests">Another digest tells some of it.</exception>
    public static void Run(DbConnection connection, string kept, int count)
    {
        if (connection.Execute(AddSql(Dialect.Of(connection)), new { kept }) < count)
        {
            throw new StaleDigests([.. connection.Query<long>(ToldSql(Dialect.Of(connection)), new { kept })]);
        }
    }
}
