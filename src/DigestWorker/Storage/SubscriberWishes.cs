using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What subscribers asked for beside roles and areas. Every change is a row that names no address.</summary>
internal sealed class SubscriberWishes(Database database)
{
    private const string FindSql = "select id from subscriber where address = @address and ended_at is null";

    private const string WordSql = """
        insert into subscriber_word (subscriber_id, word, wish) values (@id, @word, @wish)
        on conflict (subscriber_id, word) do update set wish = excluded.wish
        """;

    private const string ForgetSql = "delete from subscriber_word where subscriber_id = @id and word = @word";

    private const string TextOnlySql = "update subscriber set text_only = @textOnly where id = @id";

    private const string AllSql = "select subscriber_id as SubscriberId, word as Word, wish as Wish from subscriber_word order by subscriber_id, word";

    private const string TextOnlyAllSql = "select id from subscriber where text_only = 1";

    /// <returns>False when nobody with this address is subscribed.</returns>
    public bool Change(string email, WishChange change, DateTimeOffset at) => database.InTransaction(connection =>
    {
        if (connection.ExecuteScalar<long?>(FindSql, new { address = EmailAddress.Normalise(email) }) is not { } id)
        {
            return false;
        }

        connection.Execute(WordSql, change.Follow.Select(word => new { id, word, wish = "Follow" }));
        connection.Execute(WordSql, change.Mute.Select(word => new { id, word, wish = "Mute" }));
        connection.Execute(ForgetSql, change.Forget.Select(word => new { id, word }));
        if (change.TextOnly is { } textOnly)
        {
            connection.Execute(TextOnlySql, new { id, textOnly });
        }

        SubscriberChanges.Note(connection, id, (Actor.Admin, at), change.ToString());
        return true;
    });

    /// <returns>By subscriber id, whoever asked for something.</returns>
    public static IReadOnlyDictionary<long, Wishes> Of(DbConnection connection)
    {
        var words = connection.Query<Row>(AllSql).ToLookup(row => row.SubscriberId);
        var textOnly = connection.Query<long>(TextOnlyAllSql).ToHashSet();
        return words.Select(same => same.Key).Union(textOnly).ToDictionary(id => id, id => new Wishes(
            [.. words[id].Where(row => row.Wish == "Follow").Select(row => row.Word)],
            [.. words[id].Where(row => row.Wish == "Mute").Select(row => row.Word)],
            textOnly.Contains(id)));
    }

    private sealed record Row(long SubscriberId, string Word, string Wish);
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
