using System.Diagnostics;
using System.Xml;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Bench;

/// <summary>The least that fetching, walking and inserting the same feeds can cost, with nothing understood or checked.</summary>
internal static class BareLimit
{
    private const int AtOnce = 8;

    /// <returns>Seconds to fetch and walk every feed, plus the seconds of one batched insert a feed.</returns>
    public static async Task<double> ColdAsync(string address, int feeds, int entries)
    {
        using var http = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, feeds), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (feed, token) =>
        {
            await using var body = await http.GetStreamAsync(new Uri($"{address}/{feed}"), token);
            using var reader = XmlReader.Create(body, new XmlReaderSettings { Async = true });
            while (await reader.ReadAsync())
            {
            }
        });
        return Stopwatch.GetElapsedTime(started).TotalSeconds + Insert(feeds, entries);
    }

    /// <returns>Seconds to be told of every feed that it has not changed.</returns>
    public static async Task<double> UnchangedAsync(string address, int feeds)
    {
        using var http = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, feeds), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (feed, token) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/{feed}");
            request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{feed}\"");
            using var answer = await http.SendAsync(request, token);
        });
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    // The rows that the program keeps of an entry: itself, three keys and a sighting, a transaction a feed.
    private static double Insert(int feeds, int entries)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("digestworker-bench-").FullName, "bare.db");
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Execute(connection, """
            pragma journal_mode = wal; pragma synchronous = normal;
            create table entry (id integer primary key, url text, title text, content text, hash blob, seen text);
            create table entry_key (key text primary key, entry_id integer) without rowid;
            create table sighting (entry_id integer primary key, hash blob);
            """);
        var text = new string('x', 1500);
        var started = Stopwatch.GetTimestamp();
        for (var feed = 0; feed < feeds; feed++)
        {
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.CommandText = """
                insert into entry (url, title, content, hash, seen) values ($a, $a, $text, zeroblob(32), '2026-11-20T09:00:00Z');
                insert into entry_key values ('id:' || $a, last_insert_rowid()), ('url:' || $a, last_insert_rowid()), ('day:' || $a, last_insert_rowid());
                insert into sighting values ((select max(id) from entry), zeroblob(32));
                """;
            var name = command.Parameters.Add("$a", SqliteType.Text);
            command.Parameters.AddWithValue("$text", text);
            for (var entry = 0; entry < entries; entry++)
            {
                name.Value = $"https://outlet{feed}.example.org/{entry}";
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
