using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Composed digests: profile, digest, its releases and its delivery are kept together or not at all.</summary>
internal sealed class Digests(Database database)
{
    private const string ProfileSql = """
        insert into profile (edition_id, hash, sender, reply_to, subject, text, html, public_url, text_only)
        values (@editionId, @Hash, @Sender, @ReplyTo, @Subject, @Text, @Html, @PublicUrl, @TextOnly)
        on conflict do nothing;
        select id from profile where edition_id = @editionId and hash = @Hash
        """;

    // Whoever was erased since the run began gets none.
    private const string DigestSql = """
        insert into digest (edition_id, subscriber_id, profile_id, window_from, window_to, why, notice, token)
        select @editionId, id, @profileId, @from, @to, @why, @notice, @token from subscriber where id = @subscriberId and email <> ''
        on conflict (edition_id, subscriber_id) do nothing
        returning id
        """;

    private const string ReleaseSql = """
        insert into digest_release (subscriber_id, release_id, version, digest_id, position)
        values (@subscriberId, @releaseId, @version, @digestId, @position)
        """;

    private const string DeliverySql = """
        insert into delivery (digest_id, recipient, recipient_name, message_id, bounce_token, composed_at, state, due_at)
        values (@digestId, @recipient, @name, @messageId, @bounceToken, @at, 'Queued', @at)
        """;

    /// <summary>
    /// What of an earlier edition has not gone out when the next is composed never does: the next digest covers it. What is in
    /// doubt (Sending, Unknown) may have arrived, and counts as sent. Asks for edition e, delivery v and @week.
    /// </summary>
    public const string Overtaken = "v.state in ('Held', 'Queued', 'Deferred') and e.week < @week";

    private static string OvertakenSql(Dialect dialect) => $"""
        select d.id
        from digest d join edition e on e.id = d.edition_id join delivery v on v.digest_id = d.id
        where d.subscriber_id = @subscriberId and {Overtaken}
        {dialect.ForUpdate("v")}
        """;

    private const string CoverSql = "update delivery set state = 'Suppressed', reply = 'Covered by a later digest.' where digest_id = @digestId";

    private const string FreeSql = "delete from digest_release where digest_id = @digestId";

    // What became of an old digest is not kept; it was sent.
    private const string SentSql = $"""
        select s.subscriber_id as SubscriberId, coalesce(r.merged_into, r.id) as ReleaseId, s.version as Version
        from digest_release s
        join release r on r.id = s.release_id
        join digest d on d.id = s.digest_id
        join edition e on e.id = d.edition_id
        left join delivery v on v.digest_id = d.id
        where (v.id is null or not ({Overtaken})) and s.subscriber_id in @ids and coalesce(r.merged_into, r.id) >= @from
        """;

    private const string FindSql = """
        select p.html as Html, d.why as Why, d.notice as Notice
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
    public IReadOnlyList<long?> Keep(Edition edition, IReadOnlyList<ComposedFor> composed, DateTimeOffset at) =>
        database.InTransaction(connection =>
        {
            using var statements = new Statements(connection);
            var profiles = new Dictionary<Profile, long>(ReferenceEqualityComparer.Instance);
            return composed.Select(one => Keep(statements, edition, one, (ProfileId(statements, edition, one.Profile, profiles), at))).ToList();
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

    private sealed record SentRow
    {
        public long SubscriberId { get; init; }
        public long ReleaseId { get; init; }
        public long Version { get; init; }
    }

    private static long ProfileId(Statements statements, Edition edition, Profile profile, Dictionary<Profile, long> known)
    {
        if (!known.TryGetValue(profile, out var id))
        {
            known.Add(profile, id = Add(statements.Connection, edition, profile));
        }

        return id;
    }

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

    private static long? Keep(Statements statements, Edition edition, ComposedFor composed, (long ProfileId, DateTimeOffset At) kept)
    {
        if (Add(statements, edition, composed, kept.ProfileId) is not [var digestId])
        {
            return null;
        }

        CoverOvertaken(statements, edition.Week, composed.Subscriber.Id);
        foreach (var (position, sent) in composed.Releases.Index())
        {
            statements[ReleaseSql].Run(
                ("@subscriberId", composed.Subscriber.Id), ("@releaseId", sent.ReleaseId), ("@version", sent.Version),
                ("@digestId", digestId), ("@position", position));
        }

        statements[DeliverySql].Run(
            ("@digestId", digestId), ("@recipient", composed.Subscriber.Email), ("@name", composed.Subscriber.Name),
            ("@messageId", composed.MessageId), ("@bounceToken", SecretToken.New()), ("@at", kept.At.ToStorage()));
        return digestId;
    }

    private static void CoverOvertaken(Statements statements, EditionWeek week, long subscriberId)
    {
        foreach (var overtaken in statements[OvertakenSql(Dialect.Of(statements.Connection))].List(row => row.GetInt64(0), ("@subscriberId", subscriberId), ("@week", week.ToString())))
        {
            statements[CoverSql].Run(("@digestId", overtaken));
            statements[FreeSql].Run(("@digestId", overtaken));
        }
    }

    /// <returns>The new digest's id; empty where the subscriber has one already.</returns>
    private static List<long> Add(Statements statements, Edition edition, ComposedFor composed, long profileId) => statements[DigestSql].List(
        row => row.GetInt64(0),
        ("@editionId", edition.Id), ("@subscriberId", composed.Subscriber.Id), ("@profileId", profileId),
        ("@from", composed.Window.From.ToStorage()), ("@to", composed.Window.To.ToStorage()),
        ("@why", composed.Why), ("@notice", composed.Notice), ("@token", composed.Subscriber.Token));
}

/// <summary>A digest as it was composed; the reader's own lines stand beside it.</summary>
internal sealed record KeptDigest(string Html, string Why, string Notice);
