using Dapper;

namespace DigestWorker.Storage;

/// <summary>What the admin was told and has not been told to be over: each by its topic and a key of its own in it.</summary>
internal sealed class Alerts(Database database)
{
    private const string OpenSql = "select substr(key, length(@prefix) + 1) as Key, words as Words from alert where substr(key, 1, length(@prefix)) = @prefix order by key";

    private const string BeginSql = "insert into alert (key, told_at, words) values (@key, @at, @words) on conflict (key) do nothing";

    public IReadOnlyDictionary<string, string> Open(string topic)
    {
        using var connection = database.Open();
        return connection.Query<(string Key, string Words)>(OpenSql, new { prefix = Key(topic, "") })
            .ToDictionary(alert => alert.Key, alert => alert.Words, StringComparer.Ordinal);
    }

    public void Begin(string topic, string key, string words, DateTimeOffset at)
    {
        using var connection = database.Open();
        connection.Execute(BeginSql, new { key = Key(topic, key), at = at.ToStorage(), words });
    }

    public void End(string topic, string key)
    {
        using var connection = database.Open();
        connection.Execute("delete from alert where key = @key", new { key = Key(topic, key) });
    }

    private static string Key(string topic, string key) => $"{topic}: {key}";
}
