using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Storage.Care;

/// <summary>Mails that a copy still means to send: by their Message-IDs, which never change, it is looked up what became of them.</summary>
internal static class WaitingMails
{
    private const string WaitingSql = """
        select message_id from delivery where state not in ('Sent', 'Failed', 'Suppressed')
        union all select message_id from letter where state not in ('Sent', 'Failed', 'Suppressed')
        """;

    // A database of before has neither.
    private const string HasSql = "select count(*) from pragma_table_info('delivery') where name = @column";

    private const string TakeOverSql = """
        update delivery set state = @State, attempts = @Attempts, sent_at = @SentAt, reply = @Reply, doubts = max(doubts, @Doubts), by_hand = max(by_hand, @ByHand)
        where message_id = @MessageId and (state <> @State or doubts < @Doubts or by_hand < @ByHand);
        update letter set state = @State, attempts = @Attempts, sent_at = @SentAt, reply = @Reply where message_id = @MessageId and state <> @State
        """;

    public static IReadOnlyList<string> Of(Database copy)
    {
        using var connection = copy.Open();
        return connection.Query<string>(WaitingSql).AsList();
    }

    public static IEnumerable<MailFate> Fates(SqliteConnection connection, IReadOnlyList<string> messageIds)
    {
        var sql = FindSql(Column(connection, "doubts"), Column(connection, "by_hand"));
        return messageIds.SelectMany(messageId => connection.Query<MailFate>(sql, new { messageId }));
    }

    /// <returns>False where the copy knows as much.</returns>
    public static bool TakeOver(DbConnection copy, MailFate fate) => copy.Execute(TakeOverSql, fate) > 0;

    private static string Column(SqliteConnection connection, string column) =>
        connection.ExecuteScalar<long>(HasSql, new { column }) == 1 ? column : "0";

    private static string FindSql(string doubts, string byHand) => $"""
        select message_id as MessageId, state as State, attempts as Attempts, sent_at as SentAt, reply as Reply, {doubts} as Doubts, {byHand} as ByHand from delivery where message_id = @messageId
        union all select message_id, state, attempts, sent_at, reply, 0, 0 from letter where message_id = @messageId
        """;
}

/// <summary>What is known of a mail by now.</summary>
internal sealed record MailFate
{
    public string MessageId { get; init; } = "";
    public string State { get; init; } = "";
    public long Attempts { get; init; }
    public string? SentAt { get; init; }
    public string? Reply { get; init; }
    public long Doubts { get; init; }
    public long ByHand { get; init; }
}
