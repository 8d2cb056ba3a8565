using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage;

/// <summary>Subscribers for whom nothing is ever chosen, since the settings know none of their roles.</summary>
internal static class RolelessReaders
{
    private const string StoredSql = "select role from subscriber_role union select role from team_member_role union select role from team_role";

    // Only a team without roles of its own can have a member without any.
    private const string NoneSql = """
        select exists (
            select 1 from team_member m
            where m.team_id not in (select team_id from team_role)
              and not exists (select 1 from team_member_role r where r.team_id = m.team_id and r.subscriber_id = m.subscriber_id))
        """;

    private const string CountSql = """
        select count(*) from subscriber
        where ended_at is null and state in ('Active', 'Paused') and id not in (select subscriber_id from effective_role where lower(role) in @known)
        """;

    /// <param name="roles">Ids of the settings.</param>
    /// <returns>How many there are, and the roles that the settings do not know.</returns>
    public static (long Count, IReadOnlyList<string> Unknown) Of(DbConnection connection, IEnumerable<string> roles)
    {
        var known = roles.Select(role => role.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        List<string> unknown = [.. connection.Query<string>(StoredSql).Where(role => !known.Contains(role.ToLowerInvariant())).Order(StringComparer.Ordinal)];
        // Who they are takes a look at everybody, which hardly ever has to be taken.
        return unknown.Count > 0 || connection.ExecuteScalar<bool>(NoneSql) ? (connection.ExecuteScalar<long>(CountSql, new { known }), unknown) : (0, []);
    }
}
