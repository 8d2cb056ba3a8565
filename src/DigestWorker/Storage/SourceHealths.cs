using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What is kept of each source's health.</summary>
internal sealed class SourceHealths(Database database)
{
    private const string AllSql = """
        select id as Id, name as Name, last_success_at as LastSuccessAt, last_entry_at as LastEntryAt, next_try_at as NextTryAt,
               failing_since as FailingSince, failures as Failures, trouble as Trouble, reason as Reason, moved_to as MovedTo,
               remarks as Remarks
        from source
        """;

    private const string NewestSql = "select max(last_tried_at) from source";

    private const string FailingSql = "select name from source where failing_since <= @since order by name";

    private const string RestingSql = """
        select name as Name, url as Reading from source where next_try_at > @now and (@ofItsPace = 1 or trouble is not null)
        """;

    private const string DaysSql = """
        select distinct substr(at, 1, 10) as day
        from (
            select e.first_seen_at as at from entry e join source s on s.id = e.source_id
            where e.source_id = @id and e.first_seen_at > s.first_read_at
            order by e.first_seen_at desc
            limit 400) latest
        order by day desc
        limit @limit
        """;

    /// <returns>By source name; a source that was never read is not among them.</returns>
    public IReadOnlyDictionary<string, StoredHealth> All(int days)
    {
        using var connection = database.Open();
        return connection.Query<Row>(AllSql).ToDictionary(
            row => row.Name,
            row => row.ToHealth(NewEntryDays(connection, row.Id, days)),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>When a source was read last; null before the first.</returns>
    public static DateTimeOffset? NewestTry(DbConnection connection) =>
        StoredTime.FromStorageOrNull(connection.ExecuteScalar<string?>(NewestSql));

    /// <returns>The names of sources that have not been read since the given instant.</returns>
    public IReadOnlyList<string> FailingSince(DateTimeOffset since)
    {
        using var connection = database.Open();
        return [.. connection.Query<string>(FailingSql, new { since = since.ToStorage() })];
    }

    /// <param name="ofItsPace">Those too that merely bring something new so rarely that they need not be asked yet.</param>
    /// <returns>By name, the sources that the schedule leaves alone for now, each as it was read last.</returns>
    public IReadOnlyDictionary<string, string> Resting(DateTimeOffset now, bool ofItsPace)
    {
        using var connection = database.Open();
        // Two names that differ in the case of a letter beyond ASCII are two rows, and one here.
        return connection.Query<(string Name, string Reading)>(RestingSql, new { now = now.ToStorage(), ofItsPace = ofItsPace ? 1 : 0 })
            .DistinctBy(source => source.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(source => source.Name, source => source.Reading, StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>The latest days on which the source brought something new after its baseline, latest first.</returns>
    public static IReadOnlyList<DateOnly> NewEntryDays(DbConnection connection, long id, int limit) =>
        [.. connection.Query<string>(DaysSql, new { id, limit }).Select(StoredDay.FromStorage)];

    private sealed record Row(
        long Id, string Name, string? LastSuccessAt, string? LastEntryAt, string? NextTryAt, string? FailingSince, long Failures,
        string? Trouble, string? Reason, string? MovedTo, string Remarks)
    {
        public StoredHealth ToHealth(IReadOnlyList<DateOnly> days) => new(
            new SourceHealth
            {
                Name = Name,
                State = SourceState.Working,
                LastSuccess = StoredTime.FromStorageOrNull(LastSuccessAt),
                LastNewEntry = StoredTime.FromStorageOrNull(LastEntryAt),
                NextTryAt = StoredTime.FromStorageOrNull(NextTryAt),
                FailingSince = StoredTime.FromStorageOrNull(FailingSince),
                Failures = (int)Failures,
                Reason = Reason,
                MovedTo = MovedTo,
                Remarks = StoredList.FromStorage(Remarks),
            },
            Trouble is null ? null : Enum.Parse<Trouble>(Trouble),
            days);
    }
}

/// <param name="Trouble">Of the last read; null when it went well.</param>
/// <param name="NewEntryDays">Latest first.</param>
internal sealed record StoredHealth(SourceHealth Health, Trouble? Trouble, IReadOnlyList<DateOnly> NewEntryDays);
