using Dapper;
using DigestWorker.Domain;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Storage.Care;

/// <summary>What a database that is to be replaced knows and a copy from before may not: who stopped, which editions went out, and what became of mails.</summary>
internal sealed record Since
{
    private const string StoppedSql = """
        select email as Email, state as State, ended_at as EndedAt, ended_because as EndedBecause from subscriber where email <> '' and state in ('Unsubscribed', 'Suppressed')
        """;

    private const string EditionsSql = "select week as Week, cut_off_at as CutOffAt, composed_at as ComposedAt from edition where composed_at is not null order by week";

    public IReadOnlyList<StoredOptOut> OptOuts { get; private init; } = [];

    public IReadOnlyList<StoppedSubscriber> Stopped { get; private init; } = [];

    public IReadOnlyList<ComposedEdition> Editions { get; private init; } = [];

    public IReadOnlyList<MailFate> Mails { get; private init; } = [];

    /// <summary>What of it could not be read, in words.</summary>
    public IReadOnlyList<string> Unread { get; private init; } = [];

    /// <param name="waiting">Message-IDs of the mails that the copy still means to send.</param>
    /// <returns>Null where nothing can be read.</returns>
    public static Since? Read(string file, IReadOnlyList<string> waiting)
    {
        try
        {
            using var connection = DatabaseFile.Open(file, SqliteOpenMode.ReadWrite);
            connection.Execute("select count(*) from sqlite_schema");
            var unread = new List<string>();
            return new Since
            {
                OptOuts = Part("opt-outs", () => Storage.OptOuts.All(connection), unread),
                Stopped = Part("stops", () => connection.Query<StoppedSubscriber>(StoppedSql), unread),
                Editions = Part("editions", () => connection.Query<ComposedEdition>(EditionsSql), unread),
                Mails = Part("mails", () => WaitingMails.Fates(connection, waiting), unread),
                Unread = unread,
            };
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    // Damage to one table had better not cost what another one promised.
    private static IReadOnlyList<T> Part<T>(string what, Func<IEnumerable<T>> read, List<string> unread)
    {
        try
        {
            return [.. read()];
        }
        catch (SqliteException)
        {
            unread.Add(what);
            return [];
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
