using System.Data.Common;
using System.Text.Json;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Composed digests: profile, digest, its releases and its delivery are kept together or not at all.</summary>
internal sealed class Digests(Database database)
{
    private const string KnownProfilesSql = "select id as Id, hash as Hash from profile where edition_id = @editionId and hash in @hashes";

    private const string ProfileSql = """
        insert into profile (edition_id, hash, sender, reply_to, subject, text, html, public_url, text_only)
        values (@editionId, @Hash, @Sender, @ReplyTo, @Subject, @Text, @Html, @PublicUrl, @TextOnly)
        on conflict do nothing;
        select id from profile where edition_id = @editionId and hash = @Hash
        """;

    // Whoever was erased since the run began gets none.
    private static string DigestSql(Dialect dialect) => $"""
        insert into digest (edition_id, subscriber_id, profile_id, window_from, window_to, why, notice, token)
        select @editionId, s.id, cast(one.value ->> 'ProfileId' as bigint), one.value ->> 'From', one.value ->> 'To', one.value ->> 'Why', one.value ->> 'Notice', one.value ->> 'Token'
        from {dialect.Rows("@digests", "one")} join subscriber s on s.id = cast(one.value ->> 'SubscriberId' as bigint)
        where s.email <> ''
        order by one.key
        on conflict (edition_id, subscriber_id) do nothing
        returning id as Id, subscriber_id as SubscriberId
        """;

    private static string ReleaseSql(Dialect dialect) => $"""
        insert into digest_release (subscriber_id, release_id, version, digest_id, position)
        select cast(one.value ->> 'SubscriberId' as bigint), cast(held.value ->> 'ReleaseId' as bigint), cast(held.value ->> 'Version' as bigint),
               cast(one.value ->> 'Id' as bigint), held.key - {dialect.FirstKey}
        from {dialect.Rows("@kept", "one")}, {dialect.Rows("one.value -> 'Releases'", "held")}
        """;

    private static string DeliverySql(Dialect dialect) => $"""
        insert into delivery (digest_id, recipient, recipient_name, message_id, bounce_token, composed_at, state, due_at)
        select cast(one.value ->> 'Id' as bigint), one.value ->> 'Recipient', one.value ->> 'Name', one.value ->> 'MessageId', one.value ->> 'BounceToken', @at, 'Queued', @at
        from {dialect.Rows("@kept", "one")}
        order by one.key
        """;

    /// <summary>
    /// What of an earlier edition has not gone out when the next is composed never does: the next digest covers it. What is in
    /// doubt (Sending, Unknown) may have arrived, and counts as sent. Asks for edition e, delivery v and @week.
    /// </summary>
    public const string Overtaken = "v.state in ('Held', 'Queued', 'Deferred') and e.week < @week";

    private static string OvertakenSql(Dialect dialect) => $"""
        select d.id
        from digest d join edition e on e.id = d.edition_id join delivery v on v.digest_id = d.id
        where d.subscriber_id in @subscribers and {Overtaken}
        {dialect.ForUpdate("v")}
        """;

    private const string CoverSql = """
        update delivery set state = 'Suppressed', reply = 'Covered by a later digest.' where digest_id in @overtaken;
        delete from digest_release where digest_id in @overtaken
        """;

    // What became of an old digest is not kept; it was sent. The last line alone would say less, and keeps all that is old from being looked up.
    private const string SentSql = $"""
        select s.subscriber_id as SubscriberId, coalesce(r.merged_into, r.id) as ReleaseId, s.version as Version
        from digest_release s
        join release r on r.id = s.release_id
        join digest d on d.id = s.digest_id
        join edition e on e.id = d.edition_id
        left join delivery v on v.digest_id = d.id
        where (v.id is null or not ({Overtaken})) and s.subscriber_id in @ids and coalesce(r.merged_into, r.id) >= @from
          and (s.release_id >= @from or s.release_id in (select id from release where merged_into >= @from))
        """;

    private const string FindSql = """
        select p.html as Html, d.why as Why, d.notice as Notice, d.subscriber_id as SubscriberId
        from digest d
        join edition e on e.id = d.edition_id
        join subscriber s on s.id = d.subscriber_id
        join profile p on p.id = d.profile_id
        where e.week = @week and s.token = @token and s.token <> ''
        """;

    private const string ProfileByIdSql = """
        select hash as Hash, sender as Sender, reply_to as ReplyTo, subject as Subject, text as Text, html as Html, public_url as PublicUrl, text_only as TextOnly
        from profile where id = @id
        """;

    /// <summary>Keeps all of them or, when something fails, none.</summary>
    /// <returns>For each in order its new id; null where the subscriber has a digest in this edition already, and then nothing is changed.</returns>
    public IReadOnlyList<long?> Keep(Edition edition, IReadOnlyList<ComposedFor> composed, DateTimeOffset at) => composed.Count == 0
        ? []
        : database.InTransaction(connection =>
        {
            var ids = Add(connection, edition, composed);
            CoverOvertaken(connection, edition.Week, ids.Keys);
            var kept = JsonSerializer.Serialize(composed.Where(one => ids.ContainsKey(one.Subscriber.Id)).Select(one => ToRow(one, ids[one.Subscriber.Id])));
            connection.Execute(ReleaseSql(Dialect.Of(connection)), new { kept });
            connection.Execute(DeliverySql(Dialect.Of(connection)), new { kept, at = at.ToStorage() });
            return composed.Select(one => ids.TryGetValue(one.Subscriber.Id, out var id) ? id : (long?)null).ToList();
        });

    /// <param name="week">The edition that is to be composed; what it overtakes was not sent.</param>
    /// <returns>By subscriber: the releases, from the given id on, that each was sent, in the version that was sent.</returns>
    public ILookup<long, SentRelease> Sent(EditionWeek week, IEnumerable<long> subscribers, long from)
    {
        using var connection = database.Open();
        return connection.Query<SentRow>(SentSql, new { week = week.ToString(), ids = subscribers, from })
            .ToLookup(row => row.SubscriberId, row => new SentRelease(row.ReleaseId, (int)row.Version));
    }

    public Profile Profile(long id)
    {
        using var connection = database.Open();
        return connection.QuerySingle<ProfileRow>(ProfileByIdSql, new { id }).ToProfile();
    }

    /// <returns>Empty where its text is not kept any more; null where the token's holder has no digest of the week, or it is not known any more.</returns>
    public KeptDigest? Find(EditionWeek week, string token)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<KeptDigest>(FindSql, new { week = week.ToString(), token });
    }

    private sealed record ProfileRow(byte[] Hash, string Sender, string ReplyTo, string Subject, string Text, string Html, string? PublicUrl, long TextOnly)
    {
        public Profile ToProfile() => new(Hash, Sender, ReplyTo, Subject, Text, Html, PublicUrl) { TextOnly = TextOnly == 1 };
    }

    private sealed record HashRow(long Id, byte[] Hash);

    private sealed record DigestRow(long Id, long SubscriberId);

    private sealed record SentRow
    {
        public long SubscriberId { get; init; }
        public long ReleaseId { get; init; }
        public long Version { get; init; }
    }

    /// <returns>By subscriber, the new digest's id; whoever has one already is left out.</returns>
    private static Dictionary<long, long> Add(DbConnection connection, Edition edition, IReadOnlyList<ComposedFor> composed)
    {
        var profiles = Add(connection, edition, [.. composed.Select(one => one.Profile).DistinctBy(Key)]);
        var digests = JsonSerializer.Serialize(composed.Select(one => new
        {
            SubscriberId = one.Subscriber.Id,
            ProfileId = profiles[Key(one.Profile)],
            From = one.Window.From.ToStorage(),
            To = one.Window.To.ToStorage(),
            one.Why,
            one.Notice,
            one.Subscriber.Token,
        }));
        return connection.Query<DigestRow>(DigestSql(Dialect.Of(connection)), new { editionId = edition.Id, digests }).ToDictionary(row => row.SubscriberId, row => row.Id);
    }

    // A profile is large: what an earlier batch has brought is not sent again.
    private static Dictionary<string, long> Add(DbConnection connection, Edition edition, IReadOnlyList<Profile> profiles)
    {
        var ids = connection.Query<HashRow>(KnownProfilesSql, new { editionId = edition.Id, hashes = profiles.Select(profile => profile.Hash).ToList() })
            .ToDictionary(row => Convert.ToHexString(row.Hash), row => row.Id, StringComparer.Ordinal);
        foreach (var profile in profiles.Where(profile => !ids.ContainsKey(Key(profile))))
        {
            ids[Key(profile)] = Add(connection, edition, profile);
        }

        return ids;
    }

    private static string Key(Profile profile) => Convert.ToHexString(profile.Hash);

    private static long Add(DbConnection connection, Edition edition, Profile profile) => connection.ExecuteScalar<long>(ProfileSql, new
    {
        editionId = edition.Id,
        profile.Hash,
        profile.Sender,
        profile.ReplyTo,
        profile.Subject,
        profile.Text,
        profile.Html,
        profile.PublicUrl,
        profile.TextOnly,
    });

    private static void CoverOvertaken(DbConnection connection, EditionWeek week, IReadOnlyCollection<long> subscribers)
    {
        var overtaken = connection.Query<long>(OvertakenSql(Dialect.Of(connection)), new { subscribers, week = week.ToString() }).AsList();
        if (overtaken.Count > 0)
        {
            connection.Execute(CoverSql, new { overtaken });
        }
    }

    private static object ToRow(ComposedFor composed, long id) => new
    {
        Id = id,
        SubscriberId = composed.Subscriber.Id,
        Recipient = composed.Subscriber.Email,
        composed.Subscriber.Name,
        composed.MessageId,
        BounceToken = SecretToken.New(),
        composed.Releases,
    };
}

/// <summary>A digest as it was composed; the reader's own lines stand beside it.</summary>
internal sealed record KeptDigest(string Html, string Why, string Notice, long SubscriberId);
