using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Subscribers who want no digest until a certain day.</summary>
internal sealed class Pauses(Database database)
{
    private const string EndSql = """
        update subscriber set state = 'Active', paused_until = null
        where state = 'Paused' and paused_until <= @today and ended_at is null
        returning id
        """;

    /// <summary>Ends each pause whose day has come.</summary>
    public void End(DateTimeOffset now) => database.InTransaction(connection =>
    {
        foreach (var id in connection.Query<long>(EndSql, new { today = EditionWeek.LondonDay(now).ToStorage() }).AsList())
        {
            SubscriberChanges.Note(connection, id, (Actor.Program, now), "pause over");
        }
    });
}
