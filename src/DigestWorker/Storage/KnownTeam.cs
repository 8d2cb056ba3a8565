using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage;

/// <summary>Which team somebody means who names one: by its key or, where there is none of this key, by its name, in any letter case.</summary>
internal static class KnownTeam
{
    private static string FindSql(Dialect dialect) => $"""
        select id from team
        where {dialect.Same("key", "@team")} or lower(name) = lower({dialect.AsBytes("@team")})
        order by not ({dialect.Same("key", "@team")})
        limit 1
        """;

    private const string AddSql = "insert into team (key, name, token) values (@team, @team, @token) returning id";

    private const string DeleteSql = "delete from team where id = @teamId";

    /// <returns>Its id; null where there is no such team.</returns>
    public static long? Find(DbConnection connection, string team) => connection.ExecuteScalar<long?>(FindSql(Dialect.Of(connection)), new { team });

    /// <returns>Its id; the team is made when it is new.</returns>
    public static long Ensure(DbConnection connection, string team) =>
        Find(connection, team) ?? connection.ExecuteScalar<long>(AddSql, new { team, token = SecretToken.New() });

    public static void Delete(DbConnection connection, long teamId) => connection.Execute(DeleteSql, new { teamId });
}
