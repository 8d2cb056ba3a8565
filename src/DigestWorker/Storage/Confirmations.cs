using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>People who asked for the digest and have not confirmed it yet. The link in the mail is kept as a hash alone.</summary>
internal sealed class Confirmations(Database database)
{
    private const string AddSql = """
        insert into confirmation (token_hash, email, address, choices, wording, asked_at, expires_at)
        values (@hash, @email, @address, @choices, @wording, @at, @until)
        """;

    private const string AskedSql = "select exists (select 1 from confirmation where address in @spellings and asked_at > @since)";

    private const string AskedByAllSql = "select count(*) from confirmation where asked_at > @since";

    private const string FindSql = """
        select id as Id, email as Email, choices as Choices, wording as Wording, used_at as UsedAt
        from confirmation where token_hash = @hash and expires_at > @now
        """;

    private const string UseSql = "update confirmation set used_at = @now where id = @id and used_at is null";

    private const string PendingSql = """
        select email as Email, choices as Choices, asked_at as AskedAt
        from (
            select c.*, row_number() over (partition by c.address order by c.asked_at, c.id) as asking
            from confirmation c
            where c.used_at is null and c.expires_at > @now
              and not exists (select 1 from subscriber s where s.address = c.address and s.ended_at is null)) open
        where asking = 1
        order by address
        """;

    public static bool HasAsked(DbConnection connection, string email, DateTimeOffset since) =>
        connection.ExecuteScalar<bool>(AskedSql, new { spellings = EmailAddress.Spellings(email), since = since.ToStorage() });

    public static long Asked(DbConnection connection, DateTimeOffset since) =>
        connection.ExecuteScalar<long>(AskedByAllSql, new { since = since.ToStorage() });

    public static void Add(DbConnection connection, string token, Asking asking, (DateTimeOffset At, DateTimeOffset Until) open) =>
        connection.Execute(AddSql, new
        {
            hash = Hash(token),
            email = asking.Email,
            address = EmailAddress.Normalise(asking.Email),
            choices = JsonSerializer.Serialize(new StoredChoices(asking.Roles, asking.Areas)),
            wording = asking.Wording,
            at = open.At.ToStorage(),
            until = open.Until.ToStorage(),
        });

    /// <returns>Null where the link opens nothing, or nothing any more.</returns>
    public (Asking Asking, bool IsUsed)? Find(string token, DateTimeOffset now)
    {
        using var connection = database.Open();
        return Find(connection, token, now) is { } row ? (row.ToAsking(), row.UsedAt is not null) : null;
    }

    /// <summary>Uses the link up.</summary>
    /// <returns>Null where it opens nothing or was used before.</returns>
    public static Asking? Use(DbConnection connection, string token, DateTimeOffset now) =>
        Find(connection, token, now) is { } row && connection.Execute(UseSql, new { id = row.Id, now = now.ToStorage() }) == 1 ? row.ToAsking() : null;

    /// <returns>Those who are no subscribers yet, each once, since the first asking.</returns>
    public IReadOnlyList<Subscriber> Pending(DateTimeOffset now)
    {
        using var connection = database.Open();
        return [.. connection.Query<PendingRow>(PendingSql, new { now = now.ToStorage() }).Select(row => row.ToSubscriber())];
    }

    private static Row? Find(DbConnection connection, string token, DateTimeOffset now) =>
        connection.QuerySingleOrDefault<Row>(FindSql, new { hash = Hash(token), now = now.ToStorage() });

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private sealed record StoredChoices(IReadOnlyList<string> Roles, IReadOnlyList<string> Areas);

    private static StoredChoices Read(string stored) => JsonSerializer.Deserialize<StoredChoices>(stored)!;

    private sealed record Row(long Id, string Email, string Choices, string Wording, string? UsedAt)
    {
        public Asking ToAsking()
        {
            var chosen = Read(Choices);
            return new Asking(Email, chosen.Roles, chosen.Areas, Wording);
        }
    }

    private sealed record PendingRow
    {
        public string Email { get; init; } = "";
        public string Choices { get; init; } = "";
        public string AskedAt { get; init; } = "";

        public Subscriber ToSubscriber()
        {
            var chosen = Read(Choices);
            return new Subscriber(0, Email, null, chosen.Roles, chosen.Areas, [], SubscriberState.Pending, StoredTime.FromStorage(AskedAt));
        }
    }
}
