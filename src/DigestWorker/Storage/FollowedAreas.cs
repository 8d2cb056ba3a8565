using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage;

/// <summary>The areas that the people in the database follow.</summary>
internal static class FollowedAreas
{
    private const string AllSql = """
        select distinct a.area from effective_area a join subscriber s on s.id = a.subscriber_id where s.ended_at is null order by a.area
        """;

    public static IReadOnlyList<string> All(DbConnection connection) => [.. connection.Query<string>(AllSql)];
}
