using DigestWorker.Composing.Wording;
using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline.Status;

/// <summary>What is kept comes from this machine's clock; anything in the future says that it stood wrong then or does now.</summary>
internal sealed class CheckClock(Database database, CheckReady ready, TimeProvider time)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    public CheckResult Run()
    {
        var now = time.GetUtcNow();
        if (!database.IsMade() || ready.Run() is not null)
        {
            return Right(now);
        }

        using var connection = database.Open();
        return Editions.NewestCutOff(connection) is { } cutOff && cutOff > now.AddDays(7)
            ? new("Clock", IsGood: false, $"An edition ends on {DateWords.Full(DateWords.LondonDay(cutOff))}, which is to come: the clock stood wrong when it was composed, or does now.")
            : SourceHealths.NewestTry(connection) is { } tried && tried > now + Tolerance
            ? new("Clock", IsGood: false, $"A source was read at {tried:yyyy-MM-dd HH:mm} UTC, which is to come: the clock was put back, or stood wrong then. See to it that the machine keeps time (NTP).")
            : Right(now);
    }

    private static CheckResult Right(DateTimeOffset now) => new("Clock", IsGood: true, $"It is {now:yyyy-MM-dd HH:mm} UTC here.");
}
