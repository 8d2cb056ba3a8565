using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Keeps the sender from asking again at once what just went wrong for everybody.</summary>
internal sealed class SendingPauses(Database database)
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(30), Longest = TimeSpan.FromHours(4);

    // By so much the clocks of workers may differ.
    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(5);

    private const string FindSql = "select until as Until, reason as Reason, times as Times from sending_pause";

    private const string BeginSql = """
        insert into sending_pause (id, until, reason, times) values (1, @until, @reason, @times)
        on conflict (id) do update set until = excluded.until, reason = excluded.reason, times = excluded.times
        where sending_pause.until <= @now or sending_pause.until > @last
        """;

    /// <returns>The pause that holds; null for none. One that would last longer than any was begun under a clock that was ahead.</returns>
    public SendingPause? InForce(DateTimeOffset now) => Find() is { } pause && pause.Until > now && pause.Until <= Last(now) ? pause : null;

    /// <returns>The pause that was begun last, over or not; null since mail goes through.</returns>
    public SendingPause? Find()
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<Row>(FindSql) is { } row ? new SendingPause(StoredTime.FromStorage(row.Until), row.Reason, (int)row.Times) : null;
    }

    /// <summary>Half an hour at first, twice as long each time, up to four hours. Several workers that meet one trouble begin one pause.</summary>
    public SendingPause Begin(string reason, DateTimeOffset now)
    {
        if (InForce(now) is { } other)
        {
            return other;
        }

        var times = (Find()?.Times ?? 0) + 1;
        var pause = new SendingPause(now + GrowingPause.Of(First, times, Longest), reason, times);
        using var connection = database.Open();
        connection.Execute(BeginSql, new { until = pause.Until.ToStorage(), reason, times, now = now.ToStorage(), last = Last(now).ToStorage() });
        return pause;
    }

    public void End()
    {
        using var connection = database.Open();
        connection.Execute("delete from sending_pause");
    }

    private static DateTimeOffset Last(DateTimeOffset now) => now + Longest + ClocksApart;

    private sealed record Row(string Until, string Reason, long Times);
}

/// <param name="Times">How often in a row, this one included.</param>
internal sealed record SendingPause(DateTimeOffset Until, string Reason, int Times);
