using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage;

/// <summary>What is wrong at present, and how much of it the admin has been told: each trouble by its topic and a key of its own in it.</summary>
internal sealed class Troubles(Database database)
{
    // Longer than any mail takes.
    private static readonly TimeSpan Claimed = TimeSpan.FromMinutes(15);

    private const string Columns = "topic as Topic, key as Key, words as Words, since as Since, told_at as ToldAt, ended_at as EndedAt, claimed_until as ClaimedUntil";

    private const string OpenSql = $"select {Columns} from trouble where ended_at is null order by topic, since, key";

    private const string OfTopicSql = "select key as Key, words as Words from trouble where topic = @topic and ended_at is null";

    // One that is back before its end was told has merely lasted.
    private const string BeginSql = """
        insert into trouble (topic, key, words, since) values (@topic, @key, @words, @at)
        on conflict (topic, key) do update set words = excluded.words, ended_at = null
        """;

    private const string EndSql = "update trouble set ended_at = @at where topic = @topic and key = @key";

    // Nobody claims what is told and lasts, so that it stands there when its machine said so last.
    private const string SayAgainSql = """
        update trouble set claimed_until = @at where topic = @topic and key = @key and told_at is not null and ended_at is null
        """;

    // A claim that lies further ahead than one can was made under another clock.
    private const string NewsSql = $"""
        select {Columns} from trouble
        where topic in @topics and (told_at is null or ended_at is not null) and (claimed_until is null or claimed_until not between @now and @until)
        order by topic, since, key
        """;

    private const string ClaimSql = "update trouble set claimed_until = @until where topic = @topic and key = @key";

    // Whatever ended or came back while it was being told is told next time.
    private const string ToldSql = """
        delete from trouble where topic = @topic and key = @key and ended_at is not null and @isOver = 1;
        update trouble set told_at = case when @isOver = 1 then null else @at end, claimed_until = null where topic = @topic and key = @key
        """;

    private const string FreeSql = "update trouble set claimed_until = null where topic = @topic and key = @key";

    public IReadOnlyList<StoredTrouble> Open()
    {
        using var connection = database.Open();
        return [.. connection.Query<Row>(OpenSql).Select(row => row.ToTrouble())];
    }

    /// <summary>Keeps all that is wrong of a topic now; what was and is not any more has ended.</summary>
    /// <param name="now">By key, in words.</param>
    public TroubleChange Note(string topic, IReadOnlyDictionary<string, string> now, DateTimeOffset at)
    {
        // Hardly ever anything changes, and a look takes no writer's turn.
        using (var look = database.Open())
        {
            var open = OfTopic(look, topic);
            if (open.Count == now.Count && now.All(trouble => open.TryGetValue(trouble.Key, out var words) && words == trouble.Value))
            {
                return new TroubleChange([], []);
            }
        }

        return database.InTransaction(connection =>
        {
            var before = OfTopic(connection, topic);
            var ended = before.Keys.Except(now.Keys, StringComparer.Ordinal).ToList();
            connection.Execute(BeginSql, now.Select(trouble => new { topic, key = trouble.Key, words = trouble.Value, at = at.ToStorage() }));
            connection.Execute(EndSql, ended.Select(key => new { topic, key, at = at.ToStorage() }));
            return new TroubleChange([.. now.Where(trouble => !before.ContainsKey(trouble.Key)).Select(trouble => trouble.Value)], [.. ended.Select(key => before[key])]);
        });
    }

    /// <summary>Of what concerns one machine alone: that it is so still, as that machine says.</summary>
    public void SayAgain(string topic, string key, DateTimeOffset at)
    {
        using var connection = database.Open();
        connection.Execute(SayAgainSql, new { topic, key, at = at.ToStorage() });
    }

    /// <param name="topics">Those that the caller can tell of.</param>
    /// <returns>What is still to be told of them, now claimed: no other process tells it meanwhile.</returns>
    public IReadOnlyList<StoredTrouble> ClaimNews(IEnumerable<string> topics, DateTimeOffset now)
    {
        var wanted = new { topics, now = now.ToStorage(), until = (now + Claimed).ToStorage() };
        using var look = database.Open();
        return look.QueryFirstOrDefault<Row>(NewsSql, wanted) is null ? [] : database.InTransaction(connection =>
        {
            var news = connection.Query<Row>(NewsSql, wanted).Select(row => row.ToTrouble()).ToList();
            connection.Execute(ClaimSql, news.Select(trouble => new { topic = trouble.Topic, key = trouble.Key, wanted.until }));
            return news;
        });
    }

    public void Told(IEnumerable<StoredTrouble> news, DateTimeOffset at) => database.InTransaction(connection =>
        connection.Execute(ToldSql, news.Select(trouble => new { topic = trouble.Topic, key = trouble.Key, isOver = trouble.IsOver ? 1 : 0, at = at.ToStorage() })));

    /// <summary>Claimed, and not told after all.</summary>
    public void Free(IEnumerable<StoredTrouble> news) => database.InTransaction(connection =>
        connection.Execute(FreeSql, news.Select(trouble => new { topic = trouble.Topic, key = trouble.Key })));

    /// <returns>False where the mail of this day has been taken before.</returns>
    public bool TakeDay(DateOnly day)
    {
        using var connection = database.Open();
        return connection.Execute("insert into trouble_mail (day) values (@day) on conflict do nothing", new { day = day.ToStorage() }) == 1;
    }

    public void GiveDayBack(DateOnly day)
    {
        using var connection = database.Open();
        connection.Execute("delete from trouble_mail where day = @day", new { day = day.ToStorage() });
    }

    private static Dictionary<string, string> OfTopic(DbConnection connection, string topic) =>
        connection.Query<(string Key, string Words)>(OfTopicSql, new { topic }).ToDictionary(row => row.Key, row => row.Words, StringComparer.Ordinal);

    private sealed record Row(string Topic, string Key, string Words, string Since, string? ToldAt, string? EndedAt, string? ClaimedUntil)
    {
        public StoredTrouble ToTrouble() => new(Topic, Key, Words, StoredTime.FromStorage(Since))
        {
            ToldAt = StoredTime.FromStorageOrNull(ToldAt),
            SaidAt = ToldAt is null ? null : StoredTime.FromStorage(ClaimedUntil ?? ToldAt),
            IsOver = EndedAt is not null,
        };
    }
}
