using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Addresses that nobody but their owner may subscribe again, kept as keyed hashes: a list of them gives none away.</summary>
internal sealed class OptOuts(KeyRing keys)
{
    private const string Purpose = "suppression";

    private const string HoldsSql = "select count(*) from suppression where hash = @hash";

    private const string FindSql = "select reason as Reason, at as At from suppression where hash in @hashes order by at limit 1";

    private const string AddSql = """
        insert into suppression (hash, key_id, reason, at) values (@hash, @keyId, @reason, @at) on conflict do nothing
        """;

    private const string AllSql = "select hash as Hash, key_id as KeyId, reason as Reason, at as At from suppression";

    private const string KeyIdsSql = "select distinct key_id from suppression";

    private const string LiftSql = "delete from suppression where hash in @hashes";

    public bool Holds(DbConnection connection, string address)
    {
        using var statements = new Statements(connection);
        return Holds(statements, address);
    }

    /// <summary>The same in a flood of people.</summary>
    public bool Holds(Statements statements, string address) =>
        Hashes(address).Any(hash => statements[HoldsSql].Scalar<long>(("hash", hash)) == 1);

    /// <returns>Null where the address may be subscribed by others.</returns>
    public OptOut? Find(DbConnection connection, string address) =>
        connection.QueryFirstOrDefault<Row>(FindSql, new { hashes = Hashes(address) }) is { } row
            ? new OptOut(Enum.Parse<OptOutReason>(row.Reason), StoredTime.FromStorage(row.At))
            : null;

    /// <summary>Takes a row over from another database of this installation, as it stands.</summary>
    /// <returns>False where it is there already.</returns>
    public static bool TakeOver(DbConnection connection, StoredOptOut row) =>
        connection.Execute(AddSql, new { hash = row.Hash, keyId = row.KeyId, reason = row.Reason, at = row.At }) == 1;

    public static IReadOnlyList<StoredOptOut> All(DbConnection connection) => connection.Query<StoredOptOut>(AllSql).AsList();

    public void Add(DbConnection connection, string address, OptOutReason reason, DateTimeOffset at)
    {
        if (!Holds(connection, address))
        {
            var hash = keys.Sign(Purpose, EmailAddress.Normalise(address));
            connection.Execute(AddSql, new { hash, keyId = keys.Ids[0], reason = reason.ToString(), at = at.ToStorage() });
        }
    }

    /// <returns>The keys that hashes were made with, as upper-case hexadecimal ids.</returns>
    public static IReadOnlyList<string> KeyIds(Database database)
    {
        using var connection = database.Open();
        return [.. connection.Query<byte[]>(KeyIdsSql).Select(Convert.ToHexString)];
    }

    /// <summary>Asked at the end of a transaction in which people join for whom others ask, so that no row of another worker comes in between.</summary>
    /// <exception cref="KeyFault">An opt-out is kept whose key this process has not: whoever is behind it may have joined just now.</exception>
    public void CheckKeys(DbConnection connection)
    {
        if (!keys.HasAll(connection.Query<byte[]>(KeyIdsSql).Select(Convert.ToHexString)))
        {
            throw new KeyFault(
                "The database holds opt-outs that were made with a key which is not here, so nobody was subscribed: it might have been somebody who was erased. "
                + "Copy the newest state of the key file to this machine; every worker needs a copy of the key file.");
        }
    }

    /// <summary>Only for the person's own confirmed asking, and where an admin restores whom mail did not reach.</summary>
    public void Lift(DbConnection connection, string address) => connection.Execute(LiftSql, new { hashes = Hashes(address) });

    private IReadOnlyList<byte[]> Hashes(string address) => [.. EmailAddress.Spellings(address).SelectMany(spelling => keys.SignatureByEach(Purpose, spelling))];

    private sealed record Row(string Reason, string At);
}

internal sealed record OptOut(OptOutReason Reason, DateTimeOffset At);

/// <summary>An opt-out as it stands in its table: nobody can read an address from it.</summary>
internal sealed record StoredOptOut
{
    public byte[] Hash { get; init; } = [];
    public byte[] KeyId { get; init; } = [];
    public string Reason { get; init; } = "";
    public string At { get; init; } = "";
}

internal enum OptOutReason
{
    Unsubscribed,
    Erased,
    Suppressed,
}
