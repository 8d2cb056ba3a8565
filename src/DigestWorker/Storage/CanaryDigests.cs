using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The digests of one address, and whether there will be any more.</summary>
internal sealed class CanaryDigests(Database database)
{
    private const string FindSql = """
        select v.state as State, v.message_id as MessageId, v.composed_at as ComposedAt
        from delivery v join digest d on d.id = v.digest_id join subscriber s on s.id = d.subscriber_id
        where d.edition_id = @id and s.address in @spellings
        order by v.id desc
        """;

    private const string IsSubscribedSql = """
        select count(*) from subscriber where address in @spellings and ended_at is null and state in ('Active', 'Paused')
        """;

    public bool IsSubscribed(string address)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<long>(IsSubscribedSql, new { spellings = EmailAddress.Spellings(address) }) > 0;
    }

    /// <returns>Null where the edition holds none.</returns>
    public CanaryDigest? Find(Edition edition, string address)
    {
        using var connection = database.Open();
        return connection.QueryFirstOrDefault<Row>(FindSql, new { id = edition.Id, spellings = EmailAddress.Spellings(address) }) is { } row
            ? new CanaryDigest(Enum.Parse<DeliveryState>(row.State), row.MessageId, StoredTime.FromStorage(row.ComposedAt))
            : null;
    }

    private sealed record Row(string State, string MessageId, string ComposedAt);
}

/// <summary>How far a digest has come.</summary>
internal sealed record CanaryDigest(DeliveryState State, string MessageId, DateTimeOffset ComposedAt);
