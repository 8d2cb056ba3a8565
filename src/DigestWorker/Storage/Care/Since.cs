using Dapper;
using DigestWorker.Domain;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Storage.Care;

/// <summary>What a database that is to be replaced knows and a copy from before may not: who stopped, and which editions went out.</summary>
internal sealed record Since(IReadOnlyList<StoredOptOut> OptOuts, IReadOnlyList<StoppedSubscriber> Stopped, IReadOnlyList<ComposedEdition> Editions)
{
    private const string StoppedSql = """
        select email as Email, state as State, ended_at as EndedAt, ended_because as EndedBecause from subscriber where email <> '' and state in ('Unsubscribed', 'Suppressed')
        """;

    private const string EditionsSql = "select week as Week, cut_off_at as CutOffAt, composed_at as ComposedAt from edition where composed_at is not null order by week";

    /// <returns>Null where it cannot be read.</returns>
    public static Since? Read(string file)
    {
        try
        {
            using var connection = DatabaseFile.Open(file, SqliteOpenMode.ReadWrite);
            return new Since(
                Storage.OptOuts.All(connection),
                [.. connection.Query<StoppedSubscriber>(StoppedSql)],
                [.. connection.Query<ComposedEdition>(EditionsSql)]);
        }
        catch (SqliteException)
        {
            return null;
        }
    }
}

internal sealed record StoppedSubscriber
{
    public string Email { get; init; } = "";
    public string State { get; init; } = "";
    public string? EndedAt { get; init; }
    public string? EndedBecause { get; init; }

    public OptOutReason Reason => State == nameof(SubscriberState.Suppressed) ? OptOutReason.Suppressed : OptOutReason.Unsubscribed;
}

internal sealed record ComposedEdition
{
    public string Week { get; init; } = "";
    public string CutOffAt { get; init; } = "";
    public string ComposedAt { get; init; } = "";
}
