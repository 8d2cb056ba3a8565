using Dapper;

namespace DigestWorker.Storage;

/// <summary>What the admin was told and has not been told to be over, by a key of its own.</summary>
internal sealed class Alerts(Database database)
{
    private const string BeginSql = "insert into alert (key, told_at, words) values (@key, @at, @words) on conflict (key) do nothing";

    public IReadOnlyDictionary<string, string> Open()
    {
        using var connection = database.Open();
        return connection.Query<(string Key, string Words)>("select key, words from alert order by key").ToDictionary(alert => alert.Key, alert => alert.Words, StringComparer.Ordinal);
    }

    public void Begin(string key, string words, DateTimeOffset at)
    {
        using var connection = database.Open();
        connection.Execute(BeginSql, new { key, at = at.ToStorage(), words });
    }

    public void End(string key)
    {
        using var connection = database.Open();
        connection.Execute("delete from alert where key = @key", new { key });
    }
}
