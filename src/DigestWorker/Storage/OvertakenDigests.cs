using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Digests of earlier editions that never go out, since the next one covers them.</summary>
internal static class OvertakenDigests
{
    /// <summary>
    /// What of an earlier edition has not gone out when the next is composed never does: the next digest covers it. What is in
    /// doubt (Sending, Unknown) may have arrived, and counts as sent. Asks for edition e, delivery v and @week.
    /// </summary>
    public const string Condition = "v.state in ('Held', 'Queued', 'Deferred') and e.week < @week";

    private static string OpenSql(Dialect dialect) => $"""
        select d.id as Id, d.subscriber_id as SubscriberId, d.window_from as WindowFrom
        from digest d join edition e on e.id = d.edition_id join delivery v on v.digest_id = d.id
        where d.subscriber_id in @subscribers and {Condition}
        {dialect.ForUpdate("v")}
        """;

    private const string HeldSql = """
        select s.digest_id as DigestId, coalesce(r.merged_into, r.id) as ReleaseId, s.version as Version
        from digest_release s join release r on r.id = s.release_id
        where s.digest_id in @open
        """;

    private const string CoverSql = """
        update delivery set state = 'Suppressed', reply = 'Covered by a later digest.' where digest_id in @overtaken;
        delete from digest_release where digest_id in @overtaken
        """;

    private const string ToldSql = "delete from digest_release where digest_id = @Id and release_id = @ReleaseId and version = @Version";

    /// <summary>Closes what the later digests cover. What was under way while they were composed, and has come back since, goes out itself.</summary>
    public static void Cover(DbConnection connection, EditionWeek week, IEnumerable<ComposedFor> later)
    {
        var bySubscriber = later.ToDictionary(one => one.Subscriber.Id);
        var open = connection.Query<OpenRow>(OpenSql(Dialect.Of(connection)), new { subscribers = bySubscriber.Keys, week = week.ToString() }).AsList();
        if (open.Count == 0)
        {
            return;
        }

        var held = connection.Query<HeldRow>(HeldSql, new { open = open.Select(old => old.Id) })
            .ToLookup(row => row.DigestId, row => new SentRelease(row.ReleaseId, (int)row.Version));
        var covered = open.ToLookup(old => Covers(bySubscriber[old.SubscriberId], old, held[old.Id]));
        connection.Execute(CoverSql, new { overtaken = covered[true].Select(old => old.Id) });
        // The later digest tells these once more, and it stands in one digest only that somebody had a release.
        connection.Execute(ToldSql, covered[false].SelectMany(old => held[old.Id].Intersect(bySubscriber[old.SubscriberId].Releases)
            .Select(release => new { old.Id, release.ReleaseId, release.Version })));
    }

    // What composing took for sent stands neither in the later digest nor in one after it. A first one looks back for as long as any first one.
    private static bool Covers(ComposedFor later, OpenRow old, IEnumerable<SentRelease> held) =>
        (later.Window.First || later.Window.From <= StoredTime.FromStorage(old.WindowFrom)) && (!held.Any(later.Sent.Contains) || held.Any(later.Releases.Contains));

    private sealed record OpenRow(long Id, long SubscriberId, string WindowFrom);

    private sealed record HeldRow
    {
        public long DigestId { get; init; }
        public long ReleaseId { get; init; }
        public long Version { get; init; }
    }
}
