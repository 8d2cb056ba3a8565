using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The weeks that were published, and where each subscriber's last digest left off.</summary>
internal sealed class Editions(Database database)
{
    // The cut-off is fixed by the first digest of the edition, not before: an edition without one has shown nobody anything.
    private const string BeginSql = """
        insert into edition (week, cut_off_at) values (@week, @cutOff)
        on conflict (week) do update set cut_off_at = excluded.cut_off_at
        where not exists (select 1 from digest where edition_id = edition.id);
        select id as Id, cut_off_at as CutOffAt from edition where week = @week
        """;

    private const string FindSql = "select id as Id, cut_off_at as CutOffAt from edition where week = @week";

    // A digest that failed or was suppressed reached nobody, so the next one covers its window too. Of an old one the delivery is not kept.
    // One after the other from the newest, by the index digest_subscriber: a year of digests costs no more than a week of them.
    private const string LastDigestsSql = $"""
        select s.id as SubscriberId, last.window_to as WindowTo, coalesce(sent.composed_at, last.window_to) as ComposedAt
        from subscriber s
        join digest last on last.id = (
            select d.id
            from digest d join edition e on e.id = d.edition_id left join delivery v on v.digest_id = d.id
            where d.subscriber_id = s.id and (v.id is null or (v.state not in ('Failed', 'Suppressed') and not ({OvertakenDigests.Condition})))
            order by d.window_to desc
            limit 1)
        left join delivery sent on sent.digest_id = last.id
        where s.id between @First and @Last
        """;

    private const string ServedSql = "select subscriber_id from digest where edition_id = @id and subscriber_id between @First and @Last";

    private const string WeeksSql = "select week from edition where cut_off_at > @from and cut_off_at < @to";

    // What was cut off on the way may hold something for whoever has no digest of it.
    private const string PublishedSql = $"{WeeksSql} and composed_at is not null";

    private const string LatestCutOffSql = """
        select max(cut_off_at) from edition where cut_off_at < @before and exists (select 1 from digest where edition_id = edition.id)
        """;

    private const string ComposedSql = "update edition set composed_at = @at where id = @id";

    private const string IsComposedSql = "select count(*) from edition where week = @week and composed_at is not null";

    private const string IsLeftOutSql = """
        select exists (select 1 from subscriber where since < @fired and state = 'Active' and ended_at is null)
           and not exists (select 1 from edition e where e.week = @week and e.composed_at is not null)
        """;

    private const string NewestCutOffSql = "select max(cut_off_at) from edition";

    // Whatever is being stored is stored before it, or sees where it begins.
    public Edition Begin(EditionWeek week, DateTimeOffset cutOff) => database.InTransaction(
        connection => connection.QuerySingle<Row>(BeginSql, new { week = week.ToString(), cutOff = cutOff.ToStorage() }).ToEdition(week),
        WriteQueue.Entries);

    /// <summary>Notes that everybody who was to have a digest of the edition has one.</summary>
    public void Composed(Edition edition, DateTimeOffset at)
    {
        using var connection = database.Open();
        connection.Execute(ComposedSql, new { id = edition.Id, at = at.ToStorage() });
    }

    public bool IsComposed(EditionWeek week)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<long>(IsComposedSql, new { week = week.ToString() }) == 1;
    }

    /// <returns>True where the week was not composed to its end and there is somebody who was to have it.</returns>
    public bool IsLeftOut(EditionWeek week, DateTimeOffset fired)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<bool>(IsLeftOutSql, new { week = week.ToString(), fired = fired.ToStorage() });
    }

    public Edition? Find(EditionWeek week)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<Row>(FindSql, new { week = week.ToString() })?.ToEdition(week);
    }

    /// <returns>Before it has begun, the edition as it would be now, without an id.</returns>
    public Edition FindOrForesee(EditionWeek week, DateTimeOffset now) => Find(week) ?? new Edition(0, week, week.CutOff(now));

    /// <summary>Where the window of whatever is stored from now on begins at the earliest.</summary>
    public static DateTimeOffset? NewestCutOff(DbConnection connection) =>
        StoredTime.FromStorageOrNull(connection.ExecuteScalar<string?>(NewestCutOffSql));

    /// <returns>By subscriber id, of these subscribers: the last digest that was or will be sent.</returns>
    /// <param name="week">The edition that is to be composed; what it overtakes is left out.</param>
    public IReadOnlyDictionary<long, LastDigest> LastDigests(EditionWeek week, IdRange subscribers)
    {
        using var connection = database.Open();
        return connection.Query<LastRow>(LastDigestsSql, new { week = week.ToString(), subscribers.First, subscribers.Last })
            .ToDictionary(row => row.SubscriberId, row => new LastDigest(StoredTime.FromStorage(row.WindowTo), StoredTime.FromStorage(row.ComposedAt)));
    }

    /// <returns>The ids of those of the subscribers who have a digest in this edition.</returns>
    public IReadOnlySet<long> Served(long editionId, IdRange subscribers)
    {
        using var connection = database.Open();
        return connection.Query<long>(ServedSql, new { id = editionId, subscribers.First, subscribers.Last }).ToHashSet();
    }

    /// <returns>The weeks whose editions were begun between the two instants, whether or not they held a digest.</returns>
    public IReadOnlySet<EditionWeek> Weeks(DateTimeOffset from, DateTimeOffset to) => Weeks(WeeksSql, from, to);

    /// <returns>Of the same those that were composed to their end, so that whoever has no digest of them has missed nothing.</returns>
    public IReadOnlySet<EditionWeek> Published(DateTimeOffset from, DateTimeOffset to) => Weeks(PublishedSql, from, to);

    private HashSet<EditionWeek> Weeks(string sql, DateTimeOffset from, DateTimeOffset to)
    {
        using var connection = database.Open();
        return connection.Query<string>(sql, new { from = from.ToStorage(), to = to.ToStorage() }).Select(EditionWeek.Parse).OfType<EditionWeek>().ToHashSet();
    }

    /// <returns>The cut-off of the newest edition before the instant that held a digest; null where there is none.</returns>
    public DateTimeOffset? LatestCutOff(DateTimeOffset before)
    {
        using var connection = database.Open();
        return StoredTime.FromStorageOrNull(connection.ExecuteScalar<string?>(LatestCutOffSql, new { before = before.ToStorage() }));
    }

    private sealed record Row(long Id, string CutOffAt)
    {
        public Edition ToEdition(EditionWeek week) => new(Id, week, StoredTime.FromStorage(CutOffAt));
    }

    private sealed record LastRow
    {
        public long SubscriberId { get; init; }
        public string WindowTo { get; init; } = "";
        public string ComposedAt { get; init; } = "";
    }
}

/// <summary>Where somebody's last digest left off, and when it was composed.</summary>
internal sealed record LastDigest(DateTimeOffset WindowTo, DateTimeOffset ComposedAt);
