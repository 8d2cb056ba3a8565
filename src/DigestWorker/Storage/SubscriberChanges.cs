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

    /// <param name="wording">What the page said to whoever agreed to it.</param>
    public static void Note(DbConnection connection, long id, (Actor By, DateTimeOffset At) who, string change, string? wording = null) =>
        connection.Execute(AddSql, new { id, at = who.At.ToStorage(), actor = who.By.ToString(), change, wording });

    /// <summary>The same in a flood of changes.</summary>
    public static void Note(Statements statements, long id, (Actor By, DateTimeOffset At) who, string change) =>
        statements[AddSql].Run(("id", id), ("at", who.At.ToStorage()), ("actor", who.By.ToString()), ("change", change), ("wording", null));
}
