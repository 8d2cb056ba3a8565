using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>How a person's digests stop for a while and come again. What happened meanwhile is in the first one after.</summary>
internal sealed class Pauses(Database database)
{
    public const int MostWeeks = 12;

    private const string PauseSql = """
        update subscriber set state = 'Paused', paused_until = @until
        where id = @id and ended_at is null and state in ('Active', 'Paused')
        """;

    private const string ResumeSql = """
        update subscriber set state = 'Active', paused_until = null where id = @id and ended_at is null and state = 'Paused'
        """;

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

    /// <returns>The first and the last London day that a pause may end on.</returns>
    public static (DateOnly First, DateOnly Last) Days(DateTimeOffset now)
    {
        var today = EditionWeek.LondonDay(now);
        return (today.AddDays(1), today.AddDays(7 * MostWeeks));
    }

    /// <summary>Under each spelling of the subscriber's address.</summary>
    /// <param name="until">The first London day on which a digest may come again.</param>
    /// <returns>False where nothing runs that could be paused.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day is none of <see cref="Days"/>; whoever asks has to say so.</exception>
    public static bool Pause(DbConnection connection, long id, DateOnly until, (Actor By, DateTimeOffset At) who)
    {
        var (first, last) = Days(who.At);
        ArgumentOutOfRangeException.ThrowIfLessThan(until, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(until, last);
        return SubscriberChanges.Make(connection, KnownAddress.Ids(connection, id), (PauseSql, new { until = until.ToStorage() }), who, $"paused until {until.ToStorage()}");
    }

    /// <returns>False where nothing was paused.</returns>
    public static bool Resume(DbConnection connection, long id, (Actor By, DateTimeOffset At) who) =>
        SubscriberChanges.Make(connection, KnownAddress.Ids(connection, id), (ResumeSql, null), who, "resumed");
}
