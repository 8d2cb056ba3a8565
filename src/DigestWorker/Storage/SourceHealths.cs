using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What is kept of each source's health, and what the admin was told of it.</summary>
internal sealed class SourceHealths(Database database)
{
    private const string AllSql = """
        select id as Id, name as Name, last_success_at as LastSuccessAt, last_entry_at as LastEntryAt, next_try_at as NextTryAt,
               failing_since as FailingSince, failures as Failures, trouble as Trouble, reason as Reason, moved_to as MovedTo,
               remarks as Remarks, told as Told
        from source
        """;

    private static string ToldSql(Dialect dialect) => $"""
        update source set told = @state where {dialect.WhereCaseIsIgnored("name")} = {dialect.WhereCaseIsIgnored("@name")}
        """;

    /// <returns>By source name; a source that was never read is not among them.</returns>
    public IReadOnlyDictionary<string, StoredHealth> All(int days)
    {
        using var connection = database.Open();
        return connection.Query<Row>(AllSql).ToDictionary(
            row => row.Name,
            row => row.ToHealth(Sources.NewEntryDays(connection, row.Id, days)),
            StringComparer.OrdinalIgnoreCase);
    }

    public void Told(string name, SourceState state)
    {
        using var connection = database.Open();
        connection.Execute(ToldSql(Dialect.Of(connection)), new { name, state = state.ToString() });
    }

    private sealed record Row(
        long Id, string Name, string? LastSuccessAt, string? LastEntryAt, string? NextTryAt, string? FailingSince, long Failures,
        string? Trouble, string? Reason, string? MovedTo, string Remarks, string? Told)
    {
        public StoredHealth ToHealth(IReadOnlyList<DateOnly> days) => new(
            new SourceHealth
            {
                Name = Name,
                State = SourceState.Working,
                LastSuccess = Instant(LastSuccessAt),
                LastNewEntry = Instant(LastEntryAt),
                NextTryAt = Instant(NextTryAt),
                FailingSince = Instant(FailingSince),
                Failures = (int)Failures,
                Reason = Reason,
                MovedTo = MovedTo,
                Remarks = StoredList.FromStorage(Remarks),
                Told = Told,
            },
            Trouble is null ? null : Enum.Parse<Trouble>(Trouble),
            days);

        private static DateTimeOffset? Instant(string? stored) => stored is null ? null : StoredTime.FromStorage(stored);
    }
}

/// <param name="Trouble">Of the last read; null when it went well.</param>
/// <param name="NewEntryDays">Latest first.</param>
internal sealed record StoredHealth(SourceHealth Health, Trouble? Trouble, IReadOnlyList<DateOnly> NewEntryDays);
