using Dapper;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Sending;

/// <summary>
/// Sending out of PostgreSQL set against bare commits and bare sockets in the same rounds, and what of a mail is the database:
/// <c>.ci/postgres dotnet run -c Release --project bench/DigestWorker.Bench -- send-postgres</c>.
/// </summary>
internal static class PostgresSendScenario
{
    private const int Entries = 10;

    // Besides its note a mail is claimed, and its subscriber is looked at once more just before it goes out.
    private const double MostTimes = 3;

    public static async Task<Measure[]> RunAsync(int mails)
    {
        using var database = BenchDatabase.OfPostgres();
        using var edition = await PublishedEdition.OfAsync(mails, _ => "Area 1", Entries, (null, database.Storage));
        var measures = new List<Measure>();
        foreach (var connections in new[] { 1, 8 })
        {
            measures.AddRange(await SendAsync(QueuedMails.Of(edition.Services, mails, connections), database.ConnectionString));
        }

        return [.. measures];
    }

    private static async Task<Measure[]> SendAsync(QueuedMails queued, string connectionString)
    {
        using var sink = new MailSink();
        var atServer = new List<double>();
        var medians = await Rounds.MediansAsync(
            () => Tidied(queued, () => Task.FromResult(BareNotes.Run(connectionString, queued.Connections))),
            () => queued.SendBareAsync(sink.Port),
            () => Tidied(queued, () => ClockedAsync(queued, sink.Port, atServer)),
            () => Tidied(queued, queued.AskDatabaseAsync));
        double[] each = [.. medians.Append(Rounds.Median(atServer, seconds => seconds)).Select(seconds => seconds * 1e6 / queued.Count)];
        return [.. Measures(queued, (Commits: each[0], Sockets: each[1]), (Whole: each[2], Asked: each[3], Mail: each[4] / queued.Connections))];
    }

    /// <param name="bare">Microseconds of a mail, as all others here.</param>
    private static IEnumerable<Measure> Measures(QueuedMails queued, (double Commits, double Sockets) bare, (double Whole, double Asked, double Mail) ours)
    {
        var (name, least) = ($"over {queued.Connections} connections", bare.Commits + bare.Sockets);
        yield return new Measure($"PostgreSQL, {queued.Count:N0} mails {name}, times bare commits and bare sockets", ours.Whole / least, MostTimes, "x")
        {
            Detail = $"{1e6 / ours.Whole:N0} a second against {1e6 / least:N0}",
        };
        yield return new Measure($"  a mail {name}", ours.Whole, null, "us");
        yield return new Measure($"  of it mail, {name}", ours.Mail, null, "us") { Detail = $"bare sockets {bare.Sockets:0} us" };
        yield return new Measure($"  of it database and what is done between mails, {name}", ours.Whole - ours.Mail, null, "us") { Detail = $"bare commits {bare.Commits:0} us" };
        yield return new Measure($"  the same work of the database alone, {name}", ours.Asked, null, "us");
    }

    private static async Task<double> ClockedAsync(QueuedMails queued, int port, List<double> atServer)
    {
        using var clock = new MailClock();
        var seconds = await queued.SendAsync(port);
        atServer.Add(clock.Seconds);
        return seconds;
    }

    // Rows that were rewritten before would slow whatever comes later.
    private static Task<double> Tidied(QueuedMails queued, Func<Task<double>> measured)
    {
        QueuedMails.QueueAgain(queued.Services);
        using (var connection = queued.Services.GetRequiredService<Database>().Open())
        {
            connection.Execute("vacuum analyze delivery");
        }

        return measured();
    }
}
