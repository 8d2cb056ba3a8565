using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Who changed what about a subscriber, and when: a row for each change, without an address.</summary>
internal static class SubscriberChanges
{
    private const string AddSql = """
        insert into subscriber_change (subscriber_id, at, actor, change, wording) values (@id, @at, @actor, @change, @wording)
        """;

    /// <summary>Makes one change to each of these subscribers, and notes it where it changed something.</summary>
    /// <param name="act">Changes the subscriber <c>@id</c>.</param>
    /// <returns>False where nothing was changed.</returns>
    public static bool Make(DbConnection connection, IReadOnlyList<long> ids, (string Sql, object? Values) act, (Actor By, DateTimeOffset At) who, string change)
    {
        var changed = ids.Where(id => connection.Execute(act.Sql, Of(id, act.Values)) == 1).ToList();
        changed.ForEach(id => Note(connection, id, who, change));
        return changed.Count > 0;
    }

    /// <param name="wording">What the page said to whoever agreed to it.</param>
    public static void Note(DbConnection connection, long id, (Actor By, DateTimeOffset At) who, string change, string? wording = null) =>
        connection.Execute(AddSql, new { id, at = who.At.ToStorage(), actor = who.By.ToString(), change, wording });

    /// <summary>The same in a flood of changes.</summary>
    public static void Note(Statements statements, long id, (Actor By, DateTimeOffset At) who, string change) =>
        statements[AddSql].Run(("id", id), ("at", who.At.ToStorage()), ("actor", who.By.ToString()), ("change", change), ("wording", null));

    private static DynamicParameters Of(long id, object? values)
    {
        var parameters = new DynamicParameters(values);
        parameters.Add("id", id);
        return parameters;
    }
}
