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

    /// <returns>By source name; a source that was never read is not among them.</returns>
    public IReadOnlyDictionary<string, StoredHealth> All(int days)
    {
        using var connection = database.Open();
        return connection.Query<Row>(AllSql).ToDictionary(
            row => row.Name,
            row => row.ToHealth(Sources.NewEntryDays(connection, row.Id, days)),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>When a source was read last; null before the first.</returns>
    public static DateTimeOffset? NewestTry(DbConnection connection) =>
        StoredTime.FromStorageOrNull(connection.ExecuteScalar<string?>(NewestSql));

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
