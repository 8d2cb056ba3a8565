using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Upcoming events as calendars have shown them, those of a merged release under the one that it was merged into.</summary>
internal sealed class PublishedEvents(Database database)
{
    private const string AllSql = """
        select p.uid as Uid, p.release_id as ReleaseId, r.merged_into as MergedInto, p.type as Type, p.day as Day,
               p.certainty as Certainty, p.title as Title, p.told as Told, p.link as Link, p.sequence as Sequence, p.changed_at as ChangedAt
        from published_event p join release r on r.id = p.release_id
        order by p.day, p.uid
        """;

    private const string KeepSql = """
        insert into published_event (uid, release_id, type, day, certainty, title, told, link, sequence, changed_at)
        values (@Uid, @ReleaseId, @type, @day, @certainty, @Title, @Told, @Link, @Sequence, @changedAt)
        on conflict (uid) do update
        set release_id = excluded.release_id, day = excluded.day, certainty = excluded.certainty, title = excluded.title,
            told = excluded.told, link = excluded.link, sequence = excluded.sequence, changed_at = excluded.changed_at
        """;

    /// <param name="changes">From what is kept to what is to be kept anew of it, or besides.</param>
    /// <returns>All that is kept then, in the order of their days.</returns>
    public IReadOnlyList<PublishedEvent> Update(Func<IReadOnlyList<PublishedEvent>, IReadOnlyList<PublishedEvent>> changes) =>
        database.InTransaction(connection =>
        {
            foreach (var changed in changes(All(connection)))
            {
                Keep(connection, changed);
            }

            return All(connection);
        });

    private static List<PublishedEvent> All(DbConnection connection) =>
        [.. connection.Query<Row>(AllSql).Select(row => row.ToEvent())];

    private static void Keep(DbConnection connection, PublishedEvent changed) => connection.Execute(KeepSql, new
    {
        changed.Uid,
        changed.ReleaseId,
        type = changed.Type.ToString(),
        day = changed.Day.ToStorage(),
        certainty = changed.Certainty.ToString(),
        changed.Title,
        changed.Told,
        changed.Link,
        changed.Sequence,
        changedAt = changed.ChangedAt.ToStorage(),
    });

    private sealed record Row(
        string Uid, long ReleaseId, long? MergedInto, string Type, string Day, string Certainty, string Title, string Told, string? Link, long Sequence,
        string ChangedAt)
    {
        public PublishedEvent ToEvent() =>
            new(Uid, MergedInto ?? ReleaseId, Enum.Parse<EventType>(Type), StoredDay.FromStorage(Day), Enum.Parse<Certainty>(Certainty), Title, Told, Link)
            {
                Sequence = (int)Sequence,
                ChangedAt = StoredTime.FromStorage(ChangedAt),
            };
    }
}
