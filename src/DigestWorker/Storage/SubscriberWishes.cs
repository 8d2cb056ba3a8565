using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What subscribers asked for beside roles and areas. Every change is a row that names no address.</summary>
internal sealed class SubscriberWishes(Database database)
{
    private const string FindSql = "select id from subscriber where address = @address and ended_at is null";

    private static string WordSql(Dialect dialect) => $"""
        insert into subscriber_word (subscriber_id, word, wish) values (@id, @word, @wish)
        on conflict (subscriber_id, {dialect.WhereCaseIsIgnored("word")}) do update set wish = excluded.wish
        """;

    private static string ForgetSql(Dialect dialect) => $"""
        delete from subscriber_word where subscriber_id = @id and {dialect.Same("word", "@word")}
        """;

    private const string TextOnlySql = "update subscriber set text_only = @textOnly where id = @id";

    private const string WordsSql = """
        select subscriber_id as SubscriberId, word as Value, wish as Wish from subscriber_word where subscriber_id between @First and @Last order by subscriber_id, word
        """;

    private const string TopicsSql = """
        select subscriber_id as SubscriberId, topic as Value, wish as Wish from subscriber_topic where subscriber_id between @First and @Last order by subscriber_id, topic
        """;

    private const string OthersSql = """
        select id as Id, text_only as TextOnly, weekday as Weekday, paused_until as PausedUntil, alerts as Alerts, says_nothing_new as SaysNothingNew
        from subscriber
        where id between @First and @Last and (text_only = 1 or weekday is not null or paused_until is not null or alerts = 1 or says_nothing_new = 1)
        """;

    /// <returns>False when nobody with this address is subscribed.</returns>
    public bool Change(string email, WishChange change, DateTimeOffset at) => database.InTransaction(connection =>
    {
        OneMailbox.Unite(connection, email, at);
        if (connection.ExecuteScalar<long?>(FindSql, new { address = KnownAddress.Of(connection, email) }) is not { } id)
        {
            return false;
        }

        connection.Execute(WordSql(Dialect.Of(connection)), change.Follow.Select(word => new { id, word, wish = "Follow" }));
        connection.Execute(WordSql(Dialect.Of(connection)), change.Mute.Select(word => new { id, word, wish = "Mute" }));
        connection.Execute(ForgetSql(Dialect.Of(connection)), change.Forget.Select(word => new { id, word }));
        if (change.TextOnly is { } textOnly)
        {
            connection.Execute(TextOnlySql, new { id, textOnly });
        }

        SubscriberChanges.Note(connection, id, (Actor.Admin, at), change.ToString());
        return true;
    });

    /// <returns>By subscriber id, whoever of these asked for something.</returns>
    public static IReadOnlyDictionary<long, Wishes> Of(DbConnection connection, IdRange range)
    {
        var words = connection.Query<Row>(WordsSql, range).ToLookup(row => row.SubscriberId);
        var topics = connection.Query<Row>(TopicsSql, range).ToLookup(row => row.SubscriberId);
        var others = connection.Query<OtherRow>(OthersSql, range).ToDictionary(row => row.Id);
        return words.Concat(topics).Select(same => same.Key).Union(others.Keys).ToDictionary(
            id => id,
            id => others.GetValueOrDefault(id, OtherRow.None).ToWishes(words[id], topics[id]));
    }

    private sealed record Row(long SubscriberId, string Value, string Wish);

    private sealed record OtherRow(long Id, long TextOnly, long? Weekday, string? PausedUntil, long Alerts, long SaysNothingNew)
    {
        public static readonly OtherRow None = new(0, 0, null, null, 0, 0);

        public Wishes ToWishes(IEnumerable<Row> words, IEnumerable<Row> topics) => new(Of("Follow", words), Of("Mute", words), TextOnly == 1)
        {
            FollowedTopics = Of("Follow", topics),
            MutedTopics = Of("Mute", topics),
            Weekday = StoredWeekday.FromStorage(Weekday),
            PausedUntil = PausedUntil is { } until ? StoredDay.FromStorage(until) : null,
            Alerts = Alerts == 1,
            SaysNothingNew = SaysNothingNew == 1,
        };

        private static IReadOnlyList<string> Of(string wish, IEnumerable<Row> rows) => [.. rows.Where(row => row.Wish == wish).Select(row => row.Value)];
    }
}

/// <param name="TextOnly">Null leaves it as it is.</param>
internal sealed record WishChange(IReadOnlyList<string> Follow, IReadOnlyList<string> Mute, IReadOnlyList<string> Forget, bool? TextOnly)
{
    public bool IsEmpty => Follow.Count + Mute.Count + Forget.Count == 0 && TextOnly is null;

    public override string ToString() => string.Join("; ", new[]
    {
        Words("follows", Follow), Words("mutes", Mute), Words("forgets", Forget),
        TextOnly switch { true => "text only", false => "with HTML", _ => "" },
    }.Where(words => words.Length > 0));

    private static string Words(string wish, IReadOnlyList<string> words) => words.Count == 0 ? "" : $"{wish} {string.Join(", ", words)}";
}
