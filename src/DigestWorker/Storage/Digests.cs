using System.Data.Common;
using System.Text.Json;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Composed digests: profile, digest, its releases and its delivery are kept together or not at all.</summary>
internal sealed class Digests(Database database)
{
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

    private static string DeliverySql(Dialect dialect) => $"""
        insert into delivery (digest_id, recipient, recipient_name, message_id, bounce_token, composed_at, state, due_at)
        select cast(one.value ->> 'Id' as bigint), one.value ->> 'Recipient', one.value ->> 'Name', one.value ->> 'MessageId', one.value ->> 'BounceToken', @at, 'Queued', @at
        from {dialect.Rows("@kept", "one")}
        order by one.key
        """;

    private const string FindSql = """
        select p.html as Html, d.why as Why, d.notice as Notice, d.subscriber_id as SubscriberId
        from digest d
        join edition e on e.id = d.edition_id
        join subscriber s on s.id = d.subscriber_id
        join profile p on p.id = d.profile_id
        where e.week = @week and s.token = @token and s.token <> ''
        """;

    /// <summary>Keeps all of them or, when something fails, none.</summary>
    /// <returns>
    /// For each in order its new id. Null where the subscriber has a digest in this edition already, or since this one was composed an earlier
    /// one failed, or went on its way though it holds some of the same; nothing is changed then.
    /// </returns>
    public IReadOnlyList<long?> Keep(Edition edition, IReadOnlyList<ComposedFor> composed, DateTimeOffset at)
    {
        var ids = composed.Count == 0 ? [] : KeepWanted(edition, composed, at);
        return [.. composed.Select(one => ids.TryGetValue(one.Subscriber.Id, out var id) ? id : (long?)null)];
    }

    private Dictionary<long, long> KeepWanted(Edition edition, IReadOnlyList<ComposedFor> composed, DateTimeOffset at, int tries = 3)
    {
        try
        {
            return database.InTransaction(connection => Keep(connection, edition, composed, at));
        }
        catch (StaleDigests stale) when (stale.Subscribers.Count > 0 || tries > 1)
        {
            return KeepWanted(edition, [.. composed.Where(one => !stale.Subscribers.Contains(one.Subscriber.Id))], at, tries - 1);
        }
    }

    private static Dictionary<long, long> Keep(DbConnection connection, Edition edition, IReadOnlyList<ComposedFor> composed, DateTimeOffset at)
    {
        EndedWindows.Refuse(connection, edition, composed);
        var ids = Add(connection, edition, composed);
        List<ComposedFor> added = [.. composed.Where(one => ids.ContainsKey(one.Subscriber.Id))];
        OvertakenDigests.Cover(connection, edition.Week, added);
        var kept = JsonSerializer.Serialize(added.Select(one => ToRow(one, ids[one.Subscriber.Id])));
        TellReleases.Run(connection, kept, added.Sum(one => one.Releases.Count));
        connection.Execute(DeliverySql(Dialect.Of(connection)), new { kept, at = at.ToStorage() });
        return ids;
    }

    /// <returns>Empty where its text is not kept any more; null where the token's holder has no digest of the week, or it is not known any more.</returns>
    public KeptDigest? Find(EditionWeek week, string token)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<KeptDigest>(FindSql, new { week = week.ToString(), token });
    }

    private sealed record DigestRow(long Id, long SubscriberId);

    /// <returns>By subscriber, the new digest's id; whoever has one already is left out.</returns>
    private static Dictionary<long, long> Add(DbConnection connection, Edition edition, IReadOnlyList<ComposedFor> composed)
    {
        var profiles = Profiles.Add(connection, edition, [.. composed.Select(one => one.Profile)]);
        var digests = JsonSerializer.Serialize(composed.Select(one => new
        {
            SubscriberId = one.Subscriber.Id,
            ProfileId = profiles[Profiles.Key(one.Profile)],
            From = one.Window.From.ToStorage(),
            To = one.Window.To.ToStorage(),
            one.Why,
            one.Notice,
            one.Subscriber.Token,
        }));
        return connection.Query<DigestRow>(DigestSql(Dialect.Of(connection)), new { editionId = edition.Id, digests }).ToDictionary(row => row.SubscriberId, row => row.Id);
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
