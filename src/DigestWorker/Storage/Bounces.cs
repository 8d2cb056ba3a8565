using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What came back, kept once each together with its effect, without an address.</summary>
internal sealed class Bounces(Database database)
{
    private const int EditionsInARow = 3;

    private const string RestoredSql = $"coalesce((select max(c.at) from subscriber_change c where c.subscriber_id = d.subscriber_id and c.change = '{Suppressions.RestoredChange}'), '')";

    private const string DeliverySql = $"""
        select v.id as Id, d.subscriber_id as SubscriberId, cast(case when v.composed_at < {RestoredSql} then 1 else 0 end as bigint) as IsStale
        from delivery v join digest d on d.id = v.digest_id
        """;

    private const string ByTokenSql = $"{DeliverySql} where v.bounce_token = @token and v.bounce_token <> ''";

    private const string ByIdSql = $"{DeliverySql} where v.id = @id";

    private const string AddSql = """
        insert into bounce (message_hash, delivery_id, kind, status, received_at) values (@Hash, @DeliveryId, @kind, @Status, @at)
        on conflict (message_hash) do nothing
        """;

    // The newest edition that bounced softly, and those before it that were tried: all of them must have. A restoring begins anew.
    private const string SoftInARowSql = $"""
        with tried as (
            select e.week, case when exists (select 1 from bounce b where b.delivery_id = v.id and b.kind = 'Soft') then 1 else 0 end as soft
            from delivery v join digest d on d.id = v.digest_id join edition e on e.id = d.edition_id
            where d.subscriber_id = @id and v.state in ('Sending', 'Sent', 'Unknown', 'Failed') and v.composed_at >= {RestoredSql}),
        last as (select soft from tried where week <= (select max(week) from tried where soft = 1) order by week desc limit @inARow)
        select count(*) from last where soft = 1
        """;

    /// <param name="hash">Of the mail: the same one twice changes nothing.</param>
    public KeptMail Keep(byte[] hash, IncomingMail mail, DateTimeOffset at) => database.InTransaction(connection => mail.Kind switch
    {
        BounceKind.Unsubscribe when mail.Tokens.FirstOrDefault(token => Stops.Find(connection, token) is not null) is { } token =>
            Keep(connection, new Row(hash, mail.Kind, null, null, at), () => Stop(connection, token, at)),
        BounceKind.Hard or BounceKind.Soft or BounceKind.Refused or BounceKind.Complaint when Find(connection, mail.Tokens) is { } delivery =>
            Keep(connection, new Row(hash, mail.Kind, mail.Status, delivery.Id, at), () => Act(connection, delivery, mail, at)),
        _ => Keep(connection, new Row(hash, mail.Kind == BounceKind.AutoReply ? mail.Kind : BounceKind.Other, null, null, at), () => false),
    });

    /// <summary>The same for a refusal while sending.</summary>
    public KeptMail KeepReply(long deliveryId, BounceKind kind, string status, DateTimeOffset at) => database.InTransaction(connection =>
    {
        var delivery = connection.QuerySingle<Target>(ByIdSql, new { id = deliveryId });
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"delivery {deliveryId}"));
        return Keep(connection, new Row(hash, kind, status, deliveryId, at), () => Act(connection, delivery, new IncomingMail(kind, status, []), at));
    });

    private static KeptMail Keep(DbConnection connection, Row row, Func<bool> act)
    {
        var values = new { row.Hash, row.DeliveryId, kind = row.Kind.ToString(), row.Status, at = row.At.ToStorage() };
        var isNew = connection.Execute(AddSql, values) == 1;
        return new KeptMail(row.Kind, isNew, isNew && act());
    }

    /// <returns>True when the subscriber gets nothing from now on.</returns>
    private static bool Act(DbConnection connection, Target delivery, IncomingMail mail, DateTimeOffset at) => mail.Kind switch
    {
        BounceKind.Complaint => Suppressions.Suppress(connection, delivery.SubscriberId, "complaint", at),
        // What was sent before an admin restored the address says nothing new.
        BounceKind.Hard when delivery.IsStale == 0 => Suppressions.Suppress(connection, delivery.SubscriberId, $"hard bounce {mail.Status}", at),
        BounceKind.Soft when SoftInARow(connection, delivery.SubscriberId) == EditionsInARow =>
            Suppressions.Suppress(connection, delivery.SubscriberId, $"soft bounces of {EditionsInARow} editions in a row", at),
        _ => false,
    };

    private static bool Stop(DbConnection connection, string token, DateTimeOffset at)
    {
        var wasSubscribed = Stops.Find(connection, token) is { State: not SubscriberState.Unsubscribed };
        Stops.Stop(connection, token, at);
        return wasSubscribed;
    }

    private static Target? Find(DbConnection connection, IEnumerable<string> tokens) => tokens
        .Select(token => connection.QuerySingleOrDefault<Target>(ByTokenSql, new { token }))
        .FirstOrDefault(delivery => delivery is not null);

    private static long SoftInARow(DbConnection connection, long id) =>
        connection.ExecuteScalar<long>(SoftInARowSql, new { id, inARow = EditionsInARow });

    private sealed record Target(long Id, long SubscriberId, long IsStale);

    private sealed record Row(byte[] Hash, BounceKind Kind, string? Status, long? DeliveryId, DateTimeOffset At);
}

/// <param name="Kind">As it was kept: what leads to no delivery and no subscriber is <see cref="BounceKind.Other"/>.</param>
/// <param name="IsNew">False when the same mail was kept before.</param>
/// <param name="Ended">Because of this mail somebody gets nothing any more.</param>
internal sealed record KeptMail(BounceKind Kind, bool IsNew, bool Ended);
